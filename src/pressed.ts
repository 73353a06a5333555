import type { Sheet } from './cheatsheet/model.ts';
import { toFiles } from './cheatsheet/files.ts';
import { toAbsoluteUrl } from './links.ts';
import { isMadeBeside, toSheetPaths } from './topics.ts';

/** What the route of a sheet's files is told of each. */
export interface FileProps {
	sheet: Sheet;
	path: string;
}

/** The files of all sheets that end like this, where they are made here. */
export async function toFilePaths(extension: 'pdf' | 'png') {
	if (await isMadeBeside()) return [];
	return (await toSheetPaths()).flatMap(({ topic, sheet }) =>
		toFiles(sheet)
			.filter(({ path }) => path.endsWith(`.${extension}`))
			.map(({ path }) => ({
				params: { topic, sheet: path.slice(path.lastIndexOf('/') + 1, -1 - extension.length) },
				props: { sheet, path },
			})),
	);
}

/** Answers with one of them. */
export async function renderFile({ sheet, path }: FileProps): Promise<Response> {
	const file = toFiles(sheet).find((one) => one.path === path);
	if (file === undefined) return new Response(undefined, { status: 404 });
	const content = await file.render(toAbsoluteUrl('/'));
	return new Response(new Uint8Array(content), { headers: { 'content-type': file.type } });
}
