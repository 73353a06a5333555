import { deflateRawSync } from 'node:zlib';

/** Where a Dockerfile is explained, from the root of the site; src/explain/link.ts reads it. */
export function toExplainPlace(code: string): string {
	const packed = deflateRawSync(code, { level: 9 }).toString('base64url');
	return `/explain/#z=${packed}`;
}
