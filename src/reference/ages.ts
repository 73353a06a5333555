import type { Nodes } from 'mdast';
import type { Message } from '../input/message.ts';
import type { Outline } from '../notes/notes.ts';
import type { Lifecycle } from './schema/lists.ts';
import { toString } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { toMessage } from '../input/message.ts';
import { cut } from '../notes/notes.ts';
import { toPlaceBehind, toRemarkEdits, type Remark } from './corrections.ts';
import { findEnded } from './support.ts';

/** An image that is named somewhere, and whose support has ended. */
export interface Aged {
	/** As it is written: `python:3.10-slim`. */
	name: string;
	/** The line within the text and the place in it, both counted from 0. */
	line: number;
	column: number;
	lifecycle: Lifecycle;
	/** When that was: `on 2026-10-31`. */
	when: string;
	/** What to write instead: `python:3.14-slim`. */
	supported: string | undefined;
}

/** The images named in a text whose support ended before a day (`2026-11-24`). */
export function findAged(text: string, lifecycles: readonly Lifecycle[], today: string): Aged[] {
	const ended = lifecycles.flatMap(({ until, ...others }) =>
		until !== undefined && until < today ? [{ ...others, until }] : [],
	);
	return text.split('\n').flatMap((content, line) =>
		[...content.matchAll(/(?<![\w./-])([a-z][a-z\d._/-]*):([\w][\w.-]*)/g)].flatMap((match) => {
			const [name, image = '', tag = ''] = match;
			const found = findEnded(image, tag, ended);
			return found ? [{ name, line, column: match.index, ...found }] : [];
		}),
	);
}

/** The same as warnings for the author of a file. */
export function toAgedMessages(
	{ path, text }: { path: string; text: string },
	lifecycles: readonly Lifecycle[],
	today: string,
): Message[] {
	return findAged(text, lifecycles, today).map(({ name, line, column, when, supported }) => {
		const advice = supported === undefined ? '' : ` Supported: \`${supported}\`.`;
		const place = { file: path, line: line + 1, column: column + 1 };
		return toMessage(
			{ ...place, rule: 'base-image-is-supported', isWarning: true },
			`the support of \`${name}\` ended ${when}`,
			`The page says so.${advice}`,
		);
	});
}

/**
 * The Markdown of a page that says beside each snippet which of its images have no support any more,
 * unless an aside that names the image stands there already.
 */
export function addAges(
	{ root, source }: Outline,
	lifecycles: readonly Lifecycle[],
	today: string,
): string {
	const remarks: Remark[] = [];
	visitParents(root, 'code', (node, parents) => {
		// Of code in an aside, it is said behind the aside.
		const depth = parents.findIndex(({ type }) => type === 'blockquote');
		const above = depth < 0 ? parents : parents.slice(0, depth);
		const block: Nodes = parents[depth] ?? node;
		const siblings: readonly Nodes[] = above.at(-1)?.children ?? [];
		const said = toAsides(siblings, siblings.indexOf(block));
		const aged = findAged(node.value, lifecycles, today).filter(({ name }) => !said.includes(name));
		if (aged.length === 0) return;
		const texts = [...new Set(aged.map(renderAged))];
		const lines = ['> [!WARNING]', ...texts.map((text) => `> ${text}`)];
		remarks.push({ ...toPlaceBehind(block, above, source), lines });
	});
	return cut(source, 0, source.length, toRemarkEdits(remarks));
}

/**
 * What the asides (GitHub's `> [!NOTE]`) say around a snippet: corrections stand before it, what else
 * is said of it behind. They end at the next snippet or heading.
 */
function toAsides(blocks: readonly Nodes[], at: number): string {
	const isOther = ({ type }: Nodes) => type === 'code' || type === 'heading';
	const from = blocks.slice(0, at).findLastIndex(isOther) + 1;
	const to = blocks.findIndex((block, index) => index > at && isOther(block));
	const around = blocks.slice(from, to < 0 ? undefined : to);
	return around
		.filter(({ type }, index) => type === 'blockquote' && from + index !== at)
		.map((block) => toString(block))
		.filter((text) => /^\[!\w+\]/.test(text))
		.join('\n');
}

function renderAged({ name, lifecycle, when, supported }: Aged): string {
	const { note, url, checked } = lifecycle;
	const words = note === undefined ? '' : ` (${note})`;
	const advice = supported === undefined ? '' : ` Use \`${supported}\`.`;
	return `The support of \`${name}\` ended ${when}${words}.${advice} [Source](${url}), checked ${checked}.`;
}
