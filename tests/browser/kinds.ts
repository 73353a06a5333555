/** A page of each kind. */
export const kinds = [
	'/',
	'/dockerfile/instructions/copy/',
	'/commands/build/',
	'/commands/',
	'/checks/',
	'/checks/json-args-recommended/',
	'/foundations/what-is-docker/',
	'/dockerfile/copy-or-add/',
	'/cheatsheet/',
	'/snippets/',
	'/explain/',
	'/a-z/',
	'/corrections/',
	'/search/',
	'/404/',
] as const;
