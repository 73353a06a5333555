// @ts-check
/** Who may import whom: `npx depcruise src scripts`. Tests may look anywhere. */

/** What stands on each floor, lowest first. An import leads to its own floor or a lower one. */
const floors = [
	['src/(env|links)[.]ts$', 'src/input/'],
	['src/notes/'],
	['src/reference/'],
	['src/dockerfile/'],
	['src/checks/'],
	['src/snippets/'],
	['fill', 'sheet', 'search', 'explain', 'markdown', 'components'].map((room) => `src/${room}/`),
	['src/site[.]ts$'],
	['src/(loader|collections|content[.]config|routeData)[.]ts$'],
	['src/pages/', 'src/publish/'],
	['scripts/', 'tests/'],
];

/**
 * The files of a room that others may import. The first is its door. The rest is what a browser loads
 * without the whole room, or what makes one thing of its own that only one place above asks for.
 */
const doors = {
	notes: ['notes'],
	reference: [
		'facts',
		'addresses',
		'ages',
		'corrections',
		'pages',
		'navigation',
		'support',
		'versions',
		'schema/[a-z]+',
	],
	dockerfile: ['dockerfile'],
	checks: ['checks', 'agreement', 'image'],
	snippets: [
		'address',
		'commandLine',
		'verify',
		'snippet',
		'verdict',
		'language',
		'session',
		'tokens',
	],
	fill: ['fill', 'placeholders', 'blocks', 'panel'],
	sheet: ['sheet', 'sheetModel', 'papers', 'fit', 'press', 'own', 'ownPages'],
	search: [
		...['engine', 'record', 'records', 'said', 'pagefind', 'starter'],
		...['sections', 'spelling', 'texts'],
	],
	explain: [...['explain', 'knowledge', 'transcript', 'example', 'view', 'node', 'editor']],
	markdown: ['processor', 'machines', 'verdicts', 'code'],
	publish: ['publish', 'headers', 'policy', 'xml'],
};

const tests = '[.](test|spec)[.]ts$|^tests/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{
			name: 'no-circle',
			comment: 'What imports each other is one thing, or a third thing is missing below both.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		...floors.slice(1).map((_, index) => ({
			name: 'no-import-upward',
			comment: 'Rooms stand on floors, see docs/architecture.md.',
			severity: /** @type {const} */ ('error'),
			from: { path: toPaths(floors[index]), pathNot: tests },
			to: { path: toPaths(floors.slice(index + 1).flat()) },
		})),
		...Object.entries(doors).map(([room, files]) => ({
			name: 'enter-by-the-door',
			comment: `Others import from src/${room}/ only: ${files.join(', ')}.`,
			severity: /** @type {const} */ ('error'),
			from: { pathNot: [`^src/${room}/`, tests] },
			to: { path: `^src/${room}/`, pathNot: `^src/${room}/(${files.join('|')})[.]ts$` },
		})),
		{
			name: 'no-test-in-the-site',
			comment: 'The site has no part in its tests and tools.',
			severity: 'error',
			from: { path: '^src/', pathNot: tests },
			to: { path: ['^tests/', '^scripts/', '[.]test[.]ts$'] },
		},
		{
			name: 'no-development-package-in-the-site',
			comment: 'The image and the hosts install `dependencies` alone.',
			severity: 'error',
			from: { path: ['^src/', '^scripts/build[.]ts$'], pathNot: tests },
			to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^src/content/' },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
	},
};

/** @param {string[] | undefined} floor */
function toPaths(floor = []) {
	return floor.map((path) => `^${path}`);
}
