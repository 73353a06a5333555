import type { Reference } from '../reference.ts';
import { folders } from '../addresses.ts';
import { renderCheck, renderChecks, toCheckTags } from '../check.ts';
import { toFactPage, type SitePage } from './page.ts';

/** The page of all build checks and one for each. */
export function toCheckPages(reference: Reference): SitePage[] {
	const index = toFactPage({
		id: folders.checks,
		title: 'Build checks',
		description: "What Docker's build checks find, how to mend it and how to skip a check.",
		kind: 'check',
		isIndex: true,
		parents: [],
		body: renderChecks(reference),
	});
	const pages = reference.checks.map((check) =>
		toFactPage({
			id: `${folders.checks}/${check.id}`,
			title: check.name,
			description: check.meaning,
			kind: 'check',
			parents: [folders.checks],
			body: renderCheck(check, reference),
			tags: toCheckTags(check),
			file: check.file,
		}),
	);
	return reference.checks.length === 0 ? [] : [index, ...pages];
}
