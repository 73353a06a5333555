import type { Reference } from './reference.ts';
import type { Citations } from './sources.ts';
import { toOptionAnchor } from './addresses.ts';
import { renderAnchor, renderCode, renderFrame, renderTable, renderText } from './markdown.ts';

type Instruction = Reference['instructions'][number];

/** The table of an instruction's options; nothing when it has none. */
export function renderOptions({ options }: Instruction, { cite }: Citations): string {
	if (options.length === 0) return '';
	const rows = options.map((option) => {
		const { name, value = '', since, sinceNote, meaning, url, sources } = option;
		const words = [
			renderText(meaning),
			sinceNote === undefined ? '' : `(${renderText(sinceNote)})`,
		];
		return [
			[name, value].filter(Boolean).map(renderCode).join(' ') + renderAnchor(toOptionAnchor(name)),
			option.default === undefined ? '' : renderCode(option.default),
			since ?? '',
			`${words.filter(Boolean).join(' ')} [Docs](${url})${cite(sources)}`,
		];
	});
	return renderFrame('stack', renderTable(['Option', 'Default', 'Since', 'What it does'], rows));
}

/** The table of the types of `RUN --mount`; nothing for other instructions. */
export function renderMounts({ mounts }: Instruction, { cite }: Citations): string {
	if (mounts.length === 0) return '';
	const rows = mounts.map(({ type, meaning, keys, defaults, url, sources }) => {
		const values = Object.entries(defaults).map(([key, value]) => renderCode(`${key}=${value}`));
		return [
			`${renderCode(`type=${type}`)}${renderAnchor(`mount-${type}`)}`,
			keys.map(renderCode).join(', ') +
				(values.length === 0 ? '' : `. Defaults: ${values.join(', ')}`),
			`${renderText(meaning)} [Docs](${url})${cite(sources)}`,
		];
	});
	return renderFrame('stack', renderTable(['Type', 'Keys', 'What it does'], rows));
}
