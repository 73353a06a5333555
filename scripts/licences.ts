/**
 * Lists the licences of all packages that the site is built with, and those that nobody has thought
 * about yet; exits with 1 when there is one. What readers get is listed at `/licences.txt`.
 */
import { findUnsuited } from '../src/output/licences.ts';
import { findPackages } from '../src/output/packages.ts';

const packages = findPackages(process.cwd());
const byLicence = Map.groupBy(packages, ({ licence }) => licence);
for (const [licence, found] of [...byLicence].sort((a, b) => b[1].length - a[1].length)) {
	console.log(`${licence}: ${found.map(({ name }) => name).join(', ')}\n`);
}

const unsuited = findUnsuited(packages);
for (const { name, version, licence } of unsuited) {
	console.error(`${name} ${version}: licence \`${licence}\` is not known to suit`);
	console.error('    Decide in src/output/licences.ts, or use another package.');
}
process.exit(unsuited.length === 0 ? 0 : 1);
