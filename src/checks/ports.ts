import type { ParsedDockerfile } from './dockerfile.ts';
import type { Finding } from './finding.ts';

/** ExposeInvalidFormat: only the container's port stands here, no address and no host port. */
export function findMappings(file: ParsedDockerfile): Finding[] {
	return toPorts(file)
		.filter(({ port }) => port.includes(':'))
		.map(({ port, line }) => ({
			rule: 'ExposeInvalidFormat',
			line,
			text: `\`${port}\` has an address or a host port, which belong to \`docker run -p\``,
		}));
}

/** ExposeProtoCasing: `tcp`, not `TCP`. */
export function findRaisedProtocols(file: ParsedDockerfile): Finding[] {
	return toPorts(file).flatMap(({ port, line }) => {
		const protocol = port.split('/')[1] ?? '';
		if (protocol === protocol.toLowerCase()) return [];
		return [
			{ rule: 'ExposeProtoCasing', line, text: `the protocol of \`${port}\` is not in lower case` },
		];
	});
}

/** What a variable stands for is not known from the text alone, so ports with one are left out. */
function toPorts({ stages }: ParsedDockerfile): { port: string; line: number }[] {
	return stages
		.flatMap(({ steps }) => steps)
		.filter(({ keyword }) => keyword === 'EXPOSE')
		.flatMap(({ words, line }) => words.map((port) => ({ port, line })))
		.filter(({ port }) => !port.includes('$'));
}
