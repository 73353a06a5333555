import { toHeaderRules, toPattern, usualCaching, type HeaderRule } from './headers.ts';
import { mediaTypes, plainType, unknownType } from './types.ts';

/** Where a server stands. */
export interface Place {
	/** The path of the site, with slashes at both ends. */
	base: string;
	/** The folder that stands for `/`: the site's files are in the folder `base` below it. */
	root: string;
	port: number;
	/** A folder that the server may write to: its process number and what does not fit memory. */
	scratch: string;
	/** The path of the sheet that pages wait for, as `findScreen` finds it. */
	screen: string | undefined;
}

/**
 * A whole configuration of nginx for the built site: an unprivileged server that only reads, sends
 * what is packed already, and says nothing about itself. It needs the module `brotli_static`, as
 * Debian's `libnginx-mod-http-brotli-static` brings it; who has none deletes that one line.
 *
 * No limit by visitor is set: behind a proxy all visitors have one address.
 */
export function renderNginx(place: Place): string {
	const { base, root, port, scratch, screen } = place;
	const headers = toHeadersByName(toHeaderRules(base, screen));
	return `# Made by \`npm run nginx\` from src/output: change it there.
worker_processes auto;
pid ${scratch}/nginx.pid;
error_log stderr crit;
include /etc/nginx/modules-enabled/*.conf;

events {
	worker_connections 1024;
}

http {
	# What is asked for and how it went; not who asked, and not what was searched for.
	log_format quiet '$time_iso8601 $request_method $uri $status $body_bytes_sent';
	access_log /dev/stdout quiet;
${tempFolders.map((name) => `\t${name}_temp_path ${scratch}/${name};`).join('\n')}

	server_tokens off;
	absolute_redirect off;
	sendfile on;
	tcp_nopush on;

	client_max_body_size 1k;
	client_header_buffer_size 1k;
	large_client_header_buffers 4 8k;
	client_header_timeout 10s;
	client_body_timeout 10s;
	send_timeout 30s;
	keepalive_timeout 30s;
	reset_timedout_connection on;

	brotli_static on;
	gzip_static on;
	gzip_vary on;
	gzip_proxied any;
	gzip_http_version 1.0;

	default_type '${unknownType}';
	types {
${renderTypes()}
	}

${headers.map((header) => renderMap(header, base)).join('\n')}
	map $status $allow {
		default '';
		405 'GET, HEAD';
	}

	server {
		listen ${port};
		root ${root};
		index index.html;

${headers.map(renderHeader).join('\n')}
		add_header Allow $allow always;

		if ($request_method !~ ^(?:GET|HEAD)$) {
			return 405;
		}

		# A folder without a page of its own is no secret; it is not there.
		error_page 403 =404 ${base}404.html;
		error_page 404 ${base}404.html;
${base === '/' ? '' : `		location = / {\n\t\t\treturn 302 ${base};\n\t\t}\n`}
		# For HEALTHCHECK: whether the site is there, wherever it stands.
		location = ${healthPath} {
			access_log off;
			try_files ${base}index.html =503;
		}
		location ~ /(?:\\.(?!well-known/)|_headers$) {
			return 404;
		}
		location ~ /[^./]+$ {
			default_type '${plainType}';
		}
	}
}
`;
}

/** Says whether the server can send the site. No heading of notes gives such an address. */
export const healthPath = '/-/health';

const tempFolders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'] as const;

interface Header {
	name: string;
	/** What is sent where no rule speaks of it; empty for nothing. */
	usual: string;
	/** The value for addresses that fit a path. The first that fits counts. */
	values: readonly { path: string; value: string }[];
}

/** The rules by header, because nginx looks up the value of each by address. */
function toHeadersByName(rules: readonly HeaderRule[]): Header[] {
	const names = new Set(rules.flatMap((rule) => Object.keys(rule.headers)));
	return [...names].map((name) => {
		const all = [...rules].reverse().flatMap((rule) => {
			const value = rule.headers[name];
			return value === undefined ? [] : rule.paths.map((path) => ({ path, value }));
		});
		const everywhere = all.find(({ path }) => path === '/*')?.value;
		return {
			name,
			usual: everywhere ?? (name === 'Cache-Control' ? usualCaching : ''),
			values: all.filter(({ path }) => path !== '/*'),
		};
	});
}

function renderMap({ name, usual, values }: Header, base: string): string {
	if (values.length === 0) return '';
	const lines = values.map(({ path, value }) => `\t\t"~${toPattern(path, base)}" "${value}";`);
	return `\tmap $uri ${toVariable(name)} {\n\t\tdefault "${usual}";\n${lines.join('\n')}\n\t}\n`;
}

/** `always`, so that answers about what is missing or wrong have them too. */
function renderHeader({ name, usual, values }: Header): string {
	const value = values.length === 0 ? `"${usual}"` : toVariable(name);
	return `\t\tadd_header ${name} ${value} always;`;
}

function toVariable(name: string): string {
	return `$${name.toLowerCase().replaceAll('-', '_')}`;
}

function renderTypes(): string {
	const lines = Object.entries(mediaTypes).map(([ending, type]) => `\t\t'${type}' ${ending};`);
	return lines.join('\n');
}
