/*
 * The values of `RUN --mount`:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/instructions/commands_runmount.go
 */

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

/** Why BuildKit refuses the source of a mount, if it does. */
export function toSourceFault(mount: string): string | undefined {
	return toMountFields(mount).some(({ key, value = '' }) => key === 'from' && /\$./.test(value))
		? '`from` of a mount takes no variables; name a stage with `FROM … AS`'
		: undefined;
}

const isTrue = /^(?:[1tTfF0]|true|True|TRUE|false|False|FALSE)$/;

/** What the values of a mount look like. */
const values: Readonly<Record<string, RegExp>> = {
	...{ type: /^(?:bind|cache|tmpfs|secret|ssh)$/i, sharing: /^(?:shared|private|locked)$/i },
	...{ mode: /^[0-7]+$/, uid: /^\d+$/, gid: /^\d+$/ },
	size: /^(?:\d+\.?\d*|\.\d+) ?(?:b|[kmgtp](?:i?b)?)?$/i,
	...Object.fromEntries(switches.map((key) => [key, isTrue])),
};

/** The types that have a key, where not all do. */
const types: Readonly<Record<string, readonly string[]>> = {
	...{ required: ['secret', 'ssh'], size: ['tmpfs'], sharing: ['cache'] },
	...Object.fromEntries(['mode', 'uid', 'gid'].map((key) => [key, ['cache', 'secret', 'ssh']])),
};

/** Why BuildKit refuses a mount whose variables have their values, if it does. */
export function toMountFault(fields: ReturnType<typeof toMountFields>): string | undefined {
	const has = (...names: string[]) => fields.some(({ key }) => names.includes(key));
	const end = fields.findLast(({ key }) => key === 'type')?.value?.toLowerCase() ?? 'bind';
	let type = 'bind';
	for (const { key, value } of fields) {
		if (!keys.includes(key)) return `a mount has no \`${key}\`; it has: ${keys.join(', ')}`;
		if (value === undefined && !switches.includes(key)) return `\`${key}\` of a mount has no value`;
		if (value !== undefined && values[key]?.test(value) === false)
			return `\`${value}\` is no \`${key}\` of a mount`;
		if (key === 'type') type = value?.toLowerCase() ?? type;
		// `required` and `size` look at the type that stands before them.
		const own = key === 'required' || key === 'size' ? type : end;
		if (types[key]?.includes(own) === false) return `a mount of type ${own} has no \`${key}\``;
	}
	if (end !== 'secret') return undefined;
	if (has('from')) return 'a secret has no `from`';
	if (!has('source', 'src', 'target', 'dst', 'destination', 'id'))
		return 'a secret wants an `id` or a `target`';
	return has('source', 'src') && has('id') ? 'a secret has `source` or `id`, not both' : undefined;
}
