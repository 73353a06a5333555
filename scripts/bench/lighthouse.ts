import { z } from 'zod';

/** What Lighthouse says of a page: 0 to 100 by category, and what it would have otherwise. */
export interface Report {
	scores: Record<string, number>;
	/** Each audit that does not pass fully, in its words. */
	failing: string[];
}

/** Looks at an address as a phone would. */
export type Audit = (address: string) => Promise<Report>;

const node = z.object({ selector: z.string(), snippet: z.string().optional() });

/** What an audit is about; most name an element. */
const item = z.object({ node: node.optional() }).loose();

/** The part of Lighthouse's result that is read. https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
const result = z.object({
	lhr: z.object({
		categories: z.record(
			z.string(),
			z.object({
				score: z.number().nullable(),
			}),
		),
		audits: z.record(
			z.string(),
			z.object({
				title: z.string(),
				score: z.number().nullable(),
				scoreDisplayMode: z.string(),
				displayValue: z.string().optional(),
				// Some have a list of elements.
				details: z.object({ items: z.array(item).catch([]) }).catch({ items: [] }),
			}),
		),
	}),
});

type Result = z.infer<typeof result>['lhr'];

const module = z.object({ default: z.custom<(url: string, flags: object) => Promise<unknown>>() });

/**
 * Finds Lighthouse, which is no dependency of the project: `npm install --no-save lighthouse`. It talks
 * to the browser at `port`. Nothing where it is not installed.
 */
export async function findLighthouse(port: number): Promise<Audit | undefined> {
	// As any string, so that types do not ask for what may not be there.
	const name: string = 'lighthouse';
	const found = module.safeParse(await import(name).catch(() => undefined));
	if (!found.success) return undefined;
	const run = found.data.default;
	return async (address) =>
		toReport(result.parse(await run(address, { port, logLevel: 'silent' })).lhr);
}

function toReport({ categories, audits }: Result): Report {
	const scores = Object.entries(categories).map(
		([name, { score }]) => [name, Math.round((score ?? 0) * 100)] as const,
	);
	const failing = Object.entries(audits)
		.filter(([, { score }]) => score !== null && score < 0.995)
		.map(([id, audit]) => renderAudit(id, audit));
	return { scores: Object.fromEntries(scores), failing };
}

function renderAudit(id: string, audit: Result['audits'][string]): string {
	const { title, displayValue, details } = audit;
	const elements = details.items.flatMap(({ node }) => node?.selector ?? []);
	return [`${id}: ${title}`, displayValue, ...elements.slice(0, 5)]
		.filter(Boolean)
		.join('\n        ');
}
