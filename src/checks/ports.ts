/*
 * The ports of `EXPOSE`:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert_expose.go
 */
import {
	resolve,
	type Dockerfile,
	type Fault,
	type Place,
	type Resolved,
} from '../dockerfile/dockerfile.ts';

/** ExposeInvalidFormat: only the container's port stands here, no address and no host port. */
export function findMappings(file: Dockerfile): Fault[] {
	return findPorts(
		file,
		(port) => splitPort(port).address !== '' || splitPort(port).host !== '',
		(port) => `\`${port}\` has an address or a host port, which belong to \`docker run -p\``,
	);
}

/** ExposeProtoCasing: `tcp`, not `TCP`. */
export function findRaisedProtocols(file: Dockerfile): Fault[] {
	return findPorts(
		file,
		(port) => /[A-Z]/.test(splitPort(port).protocol),
		(port) => `the protocol of \`${port}\` is not in lower case`,
	);
}

function findPorts(
	{ places }: Dockerfile,
	isFaulty: (port: string) => boolean,
	toText: (port: string) => string,
): Fault[] {
	return places.flatMap((place) => {
		const { keyword, line } = place.instruction;
		if (keyword !== 'EXPOSE') return [];
		const ports = toPorts(place).flatMap(({ ports }) => ports);
		const end = ports.findIndex((port) => toPortFault(port) !== undefined);
		// Docker stops at a port that is none; it looks at the form between its protocol and the rest.
		return (end < 0 ? ports : ports.slice(0, end + 1))
			.filter((port) => toProtocolFault(port) === undefined && isFaulty(port))
			.map((port) => ({ line, text: toText(port) }));
	});
}

/** The ports of an instruction, word by word, in the order in which Docker reads them. */
export function toPorts({ instruction, environment }: Place): {
	word: Resolved;
	ports: string[];
}[] {
	return instruction.words.toSorted().map((text) => {
		const word = resolve(text, environment);
		return { word, ports: word.value.split(/\s+/).filter(Boolean) };
	});
}

/** Why a port is none, if it is not: `80`, `80/udp`, `8000-8010`, `127.0.0.1:80:80`. */
export function toPortFault(port: string): string | undefined {
	const { address, host, container } = splitPort(port);
	const protocolFault = toProtocolFault(port);
	if (protocolFault !== undefined) return protocolFault;
	if (address !== '' && !isAddress(address)) return `invalid IP address: ${address}`;
	const range = toRange(container);
	if (range === undefined) return `invalid containerPort: ${container}`;
	if (host === '') return undefined;
	const hostRange = toRange(host);
	if (hostRange === undefined) return `invalid hostPort: ${host}`;
	return range > 0 && range !== hostRange
		? `invalid ranges specified for container and host Ports: ${container} and ${host}`
		: undefined;
}

function toProtocolFault(port: string): string | undefined {
	const { container, protocol } = splitPort(port);
	if (container === '') return 'no port specified';
	return /^(?:tcp|udp|sctp|)$/i.test(protocol) ? undefined : `invalid proto: ${protocol}`;
}

function splitPort(port: string) {
	const parts = port.split(':');
	const [, container = '', protocol = ''] = /^([^/]*)\/?(.*)$/s.exec(parts.at(-1) ?? '') ?? [];
	return { address: parts.slice(0, -2).join(':'), host: parts.at(-2) ?? '', container, protocol };
}

function isAddress(text: string): boolean {
	const byte = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
	return new RegExp(`^(?:${byte}(?:\\.${byte}){3}|\\[?[\\da-f.]*:[\\da-f.:]*\\]?)$`, 'i').test(
		text,
	);
}

/** How many ports follow the first one; nothing for what is no range. */
function toRange(text: string): number | undefined {
	const [start, end = start, ...rest] = text
		.split('-')
		.map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
	if (start === undefined || end === undefined || rest.length > 0) return undefined;
	return end <= 65_535 && start <= end ? end - start : undefined;
}
