/*
 * The ports of `EXPOSE`:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert_expose.go
 */
import {
	resolve,
	type Dockerfile,
	type Environment,
	type Fault,
	type Instruction,
	walk,
} from '../dockerfile/dockerfile.ts';

/** ExposeInvalidFormat: only the container's port stands here, no address and no host port. */
export function findMappings(file: Dockerfile): Fault[] {
	return findPorts(
		file,
		(port) => port.includes(':'),
		(port) => `\`${port}\` has an address or a host port, which belong to \`docker run -p\``,
	);
}

/** ExposeProtoCasing: `tcp`, not `TCP`. */
export function findRaisedProtocols(file: Dockerfile): Fault[] {
	return findPorts(
		file,
		(port) => /\/.*[A-Z]/.test(port),
		(port) => `the protocol of \`${port}\` is not in lower case`,
	);
}

function findPorts(
	file: Dockerfile,
	isFaulty: (port: string) => boolean,
	toText: (port: string) => string,
): Fault[] {
	return walk(file, (instruction, { variables }) =>
		instruction.keyword === 'EXPOSE'
			? toPorts(instruction, variables, file.escape)
					.filter(isFaulty)
					.map((port) => ({ line: instruction.line, text: toText(port) }))
			: [],
	);
}

/** The ports of an instruction with their variables replaced, in the order in which Docker reads them. */
export function toPorts(
	{ words }: Instruction,
	variables: Environment['variables'],
	escape: string,
): string[] {
	return words
		.toSorted()
		.flatMap((word) => resolve(word, variables, { escape }).value.split(/\s+/).filter(Boolean));
}

/** Why a port is none, if it is not: `80`, `80/udp`, `8000-8010`, `127.0.0.1:80:80`. */
export function toPortFault(port: string): string | undefined {
	const parts = port.split(':');
	const [container = '', protocol = 'tcp'] = parts.at(-1)?.split('/') ?? [];
	if (!/^(?:tcp|udp|sctp)$/i.test(protocol || 'tcp')) return `invalid proto: ${protocol}`;
	if (!isRange(container)) return `invalid containerPort: ${container}`;
	const host = parts.at(-2) ?? '';
	return host !== '' && !isRange(host) ? `invalid hostPort: ${host}` : undefined;
}

function isRange(text: string): boolean {
	const [start, end = start, ...rest] = text
		.split('-')
		.map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
	if (start === undefined || end === undefined || rest.length > 0) return false;
	return start >= 0 && end <= 65_535 && start <= end;
}
