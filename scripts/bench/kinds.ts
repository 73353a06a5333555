/** A page of each kind that the site has, by its address. */
export const kinds: Readonly<Record<string, string>> = {
	home: '/',
	instruction: '/dockerfile/instructions/copy/',
	concept: '/foundations/core-docker-concepts/',
	command: '/commands/build/',
	check: '/checks/from-as-casing/',
	index: '/dockerfile/instructions/',
	cheatsheet: '/cheatsheet/',
	snippets: '/snippets/',
	'a-z': '/a-z/',
	search: '/search/',
	missing: '/404.html',
};

/** The page that sites are compared on. */
export const comparedPage = '/dockerfile/instructions/copy/';
