/**
 * Finds the programs that the tests use and no npm package brings: a Chromium, poppler's tools, qpdf
 * and nginx. On Debian, as root, it installs what is missing; elsewhere it says what to install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const browsers = [
	process.env['CHROMIUM'],
	// The same without the program's own window, which takes longer to open than most pages.
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium on this machine, if there is one. `CHROMIUM` names another. */
export function findBrowser(): string | undefined {
	return browsers.find((path) => path !== undefined && existsSync(path));
}

function has(program: string): boolean {
	return spawnSync(program, ['--version']).error === undefined;
}

function install(packages: readonly string[]): boolean {
	const run = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit' }).status === 0;
	return run('update') && run('install', '--yes', '--no-install-recommends', ...packages);
}

function prepare(): void {
	const missing = [
		...(findBrowser() === undefined ? ['chromium-headless-shell'] : []),
		...(has('pdftotext') ? [] : ['poppler-utils']),
		...(has('qpdf') ? [] : ['qpdf']),
		...(has('nginx') ? [] : ['nginx']),
	];
	if (missing.length === 0 || install(missing)) return;
	console.error(`The tests need ${missing.join(' and ')}: please install them, then run again.`);
	process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) prepare();
