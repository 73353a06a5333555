import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** A package that is installed. */
export interface Package {
	name: string;
	version: string;
	/** What it says its licence is, in the words of https://spdx.org/licenses/; empty when it says nothing. */
	licence: string;
	/** Where its source is; empty when it does not say. */
	source: string;
	/** The folder that it is installed in. */
	folder: string;
}

const manifestSchema = z.object({
	name: z.string(),
	version: z.string(),
	license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
	repository: z.union([z.string(), z.object({ url: z.string() })]).optional(),
	dependencies: z.record(z.string(), z.string()).optional(),
	optionalDependencies: z.record(z.string(), z.string()).optional(),
});

/** Every package that a project needs to be built, with all that these need, by name. */
export function findPackages(root: string): Package[] {
	const found = new Map<string, Package>();
	const visit = (name: string, from: string): void => {
		const folder = findFolder(name, from);
		// Packages for other machines are not installed.
		if (folder === undefined || found.has(folder)) return;
		found.set(folder, readPackage(folder));
		const { dependencies, optionalDependencies } = readManifest(folder);
		for (const next of Object.keys({ ...dependencies, ...optionalDependencies }))
			visit(next, folder);
	};
	for (const name of Object.keys(readManifest(root).dependencies ?? {})) visit(name, root);
	return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The package in a folder. Throws when there is none. */
export function readPackage(folder: string): Package {
	const { name, version, license, repository } = readManifest(folder);
	const licence = typeof license === 'string' ? license : (license?.type ?? '');
	const source = typeof repository === 'string' ? repository : (repository?.url ?? '');
	return { name, version, licence, source, folder };
}

/** The text of a package's licence; empty when it brings none. */
export function readLicence({ folder }: Package): string {
	return readdirSync(folder, { withFileTypes: true })
		.filter((file) => file.isFile() && /^(?:licen[sc]e|copying|ofl)(?:$|[._-])/i.test(file.name))
		.map(({ name }) => readFileSync(join(folder, name), 'utf8').trim())
		.sort()
		.join('\n\n');
}

/** As Node looks for packages: in the folder itself, then in each above it. */
export function findFolder(name: string, from: string): string | undefined {
	const folder = join(from, 'node_modules', name);
	if (existsSync(join(folder, 'package.json'))) return folder;
	return dirname(from) === from ? undefined : findFolder(name, dirname(from));
}

function readManifest(folder: string): z.infer<typeof manifestSchema> {
	return manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
}
