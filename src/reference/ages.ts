import type { Message } from '../input/message.ts';
import type { Lifecycle } from './schema/lifecycle.ts';
import { toMessage } from '../input/message.ts';

/** An image that is named somewhere, and whose support has ended. */
export interface Aged {
	/** As it is written: `python:3.10-slim`. */
	name: string;
	/** The line within the text and the place in it, both counted from 0. */
	line: number;
	column: number;
	lifecycle: Lifecycle & { until: string };
}

/** The images named in a text whose support ended before a day (`2026-11-24`). */
export function findAged(text: string, lifecycles: readonly Lifecycle[], today: string): Aged[] {
	const ended = lifecycles.flatMap(({ until, ...others }) =>
		until !== undefined && until < today ? [{ ...others, until }] : [],
	);
	return text.split('\n').flatMap((content, line) =>
		[...content.matchAll(/(?<![\w./-])([a-z][a-z\d._/-]*):([\w][\w.-]*)/g)].flatMap((match) => {
			const [name, image = '', tag = ''] = match;
			const lifecycle = ended.find((entry) => entry.image === image && isTag(tag, entry.tag));
			return lifecycle ? [{ name, line, column: match.index, lifecycle }] : [];
		}),
	);
}

/** The same as warnings for the author of the text. */
export function toAgedMessages(
	file: string,
	text: string,
	lifecycles: readonly Lifecycle[],
	today: string,
): Message[] {
	return findAged(text, lifecycles, today).map(({ name, line, column, lifecycle }) => {
		const { until, instead } = lifecycle;
		const advice = instead === undefined ? '' : ` Supported: \`${instead}\`.`;
		return toMessage(
			{
				...{ file, line: line + 1, column: column + 1 },
				...{ rule: 'base-image-is-supported', isWarning: true },
			},
			`the support of \`${name}\` ended on ${until}`,
			`The page says so.${advice}`,
		);
	});
}

/** What is said of an aged image, as one line of Markdown. */
export function renderAged({ name, lifecycle }: Aged): string {
	const { until, note, instead, url, checked } = lifecycle;
	const words = note === undefined ? '' : ` (${note})`;
	const advice = instead === undefined ? '' : ` Use \`${instead}\`.`;
	return `The support of \`${name}\` ended on ${until}${words}.${advice} [Source](${url}), checked ${checked}.`;
}

/** `3.10` is the tag of `3.10` and `3.10-slim`, not of `3.1`. */
function isTag(tag: string, beginning: string): boolean {
	return tag === beginning || tag.startsWith(`${beginning}-`) || tag.startsWith(`${beginning}.`);
}
