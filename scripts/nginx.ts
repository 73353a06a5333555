/**
 * Prints a configuration of nginx for the site that was built before: it names that site's sheet.
 * `BASE` is the path that the site was built for, `ROOT` the folder that stands for `/` on the
 * server, `PORT` what it listens on.
 */
import { renderNginx } from '../src/output/nginx.ts';
import { findScreen } from '../src/output/assets.ts';
import { toEnvironment } from '../src/site.ts';

const { base, outDir } = toEnvironment(process.env);
const { ROOT: root = '/usr/share/nginx/html', PORT: port = 8080 } = process.env;

const place = { base, root, port: Number(port), scratch: '/tmp' };
process.stdout.write(renderNginx({ ...place, screen: await findScreen(outDir) }));
