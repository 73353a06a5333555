import { mostCharacters } from './explanation.ts';

/** The text that an address carries behind its `#`; nothing when it carries none that can be read. */
export async function readFragment(fragment: string): Promise<string | undefined> {
	const [, kind, value = ''] = /^#([zt])=(.*)$/s.exec(fragment) ?? [];
	if (kind === undefined) return undefined;
	try {
		// What a snippet shows at the moment of a click comes as it is.
		return kind === 't' ? decodeURIComponent(value) : await inflate(fromBase64(value));
	} catch {
		return undefined;
	}
}

/** The fragment that carries a text. */
export async function toFragment(text: string): Promise<string> {
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
	const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
	let letters = '';
	for (const byte of bytes) letters += String.fromCharCode(byte);
	return `#z=${btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
	const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** A few bytes may stand for a gigabyte: what is longer than any file is cut off. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
	const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
	let text = '';
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return text;
		text += value;
		if (text.length > mostCharacters) {
			await reader.cancel();
			return text;
		}
	}
}
