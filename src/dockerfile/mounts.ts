/*
 * The values of `RUN --mount`:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/instructions/commands_runmount.go
 */

/** The kinds of mounts that BuildKit has. */
const types: readonly string[] = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];

/** The keys that a mount may have, and those that may stand without a value. */
const keys: readonly string[] = [
	...['type', 'from', 'source', 'src', 'target', 'dst', 'destination', 'readonly', 'ro'],
	...['readwrite', 'rw', 'id', 'sharing', 'required', 'size', 'mode', 'uid', 'gid', 'env'],
];
const switches: readonly string[] = ['readonly', 'ro', 'readwrite', 'rw', 'required'];

/** The parts of a mount, in order: `type=cache`, `ro`. */
export function toMountFields(value: string): { key: string; value: string | undefined }[] {
	const fields = value.match(/(?:"(?:[^"]|"")*"|[^,])+/g) ?? [];
	return fields.map((field) => {
		const plain = field.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"');
		const [key = '', ...rest] = plain.split('=');
		return { key: key.toLowerCase(), value: rest.length === 0 ? undefined : rest.join('=') };
	});
}

/** Why BuildKit refuses a mount, if it does. What a variable stands for is not looked at. */
export function toMountFault(mount: string): string | undefined {
	const fields = toMountFields(mount);
	const has = (...names: string[]) => fields.some(({ key }) => names.includes(key));
	const type = fields.findLast(({ key }) => key === 'type')?.value ?? 'bind';
	for (const { key, value } of fields) {
		if (!keys.includes(key)) return `a mount has no \`${key}\`; it has: ${keys.join(', ')}`;
		if (value === undefined && !switches.includes(key)) return `\`${key}\` of a mount has no value`;
		if (key === 'from' && /\$./.test(value ?? ''))
			return '`from` of a mount takes no variables; name a stage with `FROM … AS`';
	}
	if (type.includes('$')) return undefined;
	if (!types.includes(type.toLowerCase()))
		return `\`${type}\` is no type of mount; allowed: ${types.join(', ')}`;
	if (has('required') && type !== 'secret' && type !== 'ssh')
		return `a mount of type ${type} has no \`required\``;
	if (has('size') && type !== 'tmpfs') return `a mount of type ${type} has no \`size\``;
	if (has('sharing') && type !== 'cache') return `a mount of type ${type} has no \`sharing\``;
	if (has('mode', 'uid', 'gid') && (type === 'bind' || type === 'tmpfs'))
		return `a mount of type ${type} has no \`mode\`, \`uid\` or \`gid\``;
	if (type !== 'secret') return undefined;
	if (has('from')) return 'a secret has no `from`';
	if (!has('source', 'src', 'target', 'dst', 'destination', 'id'))
		return 'a secret wants an `id` or a `target`';
	return has('source', 'src') && has('id') ? 'a secret has `source` or `id`, not both' : undefined;
}
