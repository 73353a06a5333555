/**
 * The addresses that outside links and the search cases depend on. Written out, so that a change of
 * the notes or of the code that moves one of them is noticed.
 */
export const foundations: readonly string[] = [
	'/foundations/what-is-docker/',
	'/foundations/containers-vs-vms/',
	'/foundations/how-docker-works-internally/',
	'/foundations/why-docker/',
	'/foundations/advantages/',
	'/foundations/disadvantages-limitations/',
	'/foundations/core-docker-concepts/',
	'/foundations/putting-it-all-together-mental-model/',
];

export const instructions: readonly string[] = [
	'/dockerfile/instructions/from/',
	'/dockerfile/instructions/workdir/',
	'/dockerfile/instructions/user/',
	'/dockerfile/instructions/copy/',
	'/dockerfile/instructions/add/',
	'/dockerfile/instructions/run/',
	'/dockerfile/instructions/env/',
	'/dockerfile/instructions/expose/',
	'/dockerfile/instructions/healthcheck/',
	'/dockerfile/instructions/cmd/',
	'/dockerfile/instructions/entrypoint/',
	'/dockerfile/instructions/arg/',
	'/dockerfile/instructions/label/',
	'/dockerfile/instructions/maintainer/',
	'/dockerfile/instructions/onbuild/',
	'/dockerfile/instructions/shell/',
	'/dockerfile/instructions/stopsignal/',
	'/dockerfile/instructions/volume/',
];

/** Every other page. */
export const others: readonly string[] = [
	'/',
	'/foundations/',
	'/dockerfile/',
	'/dockerfile/what-is-a-dockerfile/',
	'/dockerfile/instructions/',
	'/dockerfile/multi-stage-builds/',
	'/dockerfile/dockerfile-best-practices/',
	'/dockerfile/building-managing-images/',
	'/cheatsheet/',
	'/commands/',
	'/commands/build/',
	'/commands/rmi/',
	'/commands/system-prune/',
	'/commands/compose-up/',
	'/checks/',
	'/checks/copy-ignored-file/',
	'/checks/json-args-recommended/',
	'/corrections/',
	'/a-z/',
	'/404.html',
];

/** What is no page. */
export const files: readonly string[] = [
	'404.html',
	'cheatsheet/docker-a4.pdf',
	'cheatsheet/docker-letter.pdf',
	'cheatsheet/docker-a4-black.pdf',
	'cheatsheet/docker-letter-black.pdf',
	'cheatsheet/docker-a4.png',
	'cheatsheet/docker-a4-2.png',
	'cheatsheet/docker.txt',
	'favicon.svg',
	'robots.txt',
	'llms.txt',
	'llms-full.txt',
	'dockerfile/instructions/copy.md',
	'commands/build.md',
	'api/instructions.json',
	'api/instructions.schema.json',
	'api/commands.json',
	'api/checks.json',
	'sitemap-index.xml',
];
