import type { APIRoute, GetStaticPaths } from 'astro';
import type { Message } from '../../../input/message.ts';
import { toFiles, type SheetFile } from '../../../sheet/press.ts';
import { renderMessages } from '../../../input/report.ts';
import { toAbsoluteUrl } from '../../../links.ts';
import { toSheetPaths } from '../../../collections.ts';

interface Props {
	file: SheetFile;
}

/** The sheets of all files of notes as PDFs, pictures and text. */
export const getStaticPaths = (async () =>
	(await toSheetPaths()).flatMap(({ topic, sheet }) =>
		toFiles(sheet, toAbsoluteUrl('/'), tell).map((file) => ({
			params: { topic, file: file.path.slice(file.path.lastIndexOf('/') + 1) },
			props: { file } satisfies Props,
		})),
	)) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { file } }) =>
	new Response(new Uint8Array(await file.render()), { headers: { 'content-type': file.type } });

function tell(message: Message): void {
	console.warn(renderMessages([message], 'build'));
}
