import { toEnvironment } from '../site.ts';
import { compressTexts } from './compress.ts';
import { writeCopies } from './copies.ts';
import { writeHeaders } from './hosts.ts';
import { sealPages } from './seal.ts';
import { writeSheets } from './sheets.ts';
import { writeWorker } from './worker.ts';

/** Something that is done to the files of a finished build, before they take the last site's place. */
export interface Step {
	/** What a failure is reported under. */
	name: string;
	/** `folder` is the built site's. Throws when the site may not be published as it is. */
	run: (folder: string) => Promise<void> | void;
}

/** All steps in their order: what changes texts stands before what packs them. */
export const steps: readonly Step[] = [
	{ name: 'style sheets', run: writeSheets },
	{ name: 'copies', run: writeCopies },
	// Behind everything that changes pages: the policy names what they hold.
	{ name: 'policy', run: sealPages },
	{ name: 'headers', run: writeHeaders },
	...(toEnvironment(process.env).offline ? [{ name: 'offline', run: writeWorker }] : []),
	{ name: 'compress', run: compressTexts },
];
