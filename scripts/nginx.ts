/**
 * Prints a configuration of nginx for the built site. `BASE` is the path that the site was built for,
 * `ROOT` the folder that stands for `/` on the server, `PORT` what it listens on.
 */
import { renderNginx } from '../src/output/nginx.ts';
import { toEnvironment } from '../src/site.ts';

const { base } = toEnvironment(process.env);
const { ROOT: root = '/usr/share/nginx/html', PORT: port = 8080 } = process.env;

process.stdout.write(renderNginx({ base, root, port: Number(port), scratch: '/tmp' }));
