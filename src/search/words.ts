/** Words of a question that say nothing about what is looked for. Tuned for `how to … in docker`. */
export const stopWords: ReadonlySet<string> = new Set(
	(
		'a an and are as at be by can cant could do does doesnt dont for from get getting have how i if in ' +
		'inside into is it its me my need of on or should so that the their there this to use used using ' +
		'want way what when where which while why with without you your docker dockers after before ' +
		'versus vs difference between vs please help about correctly properly'
	).split(' '),
);

/**
 * Words that people use for one another, by the sense they have in Docker. Each stands for all
 * others of its line, with a discount.
 */
export const synonyms: readonly (readonly string[])[] = [
	['remove', 'delete', 'clean', 'cleanup', 'prune', 'erase', 'purge', 'clear', 'rm', 'drop'],
	['list', 'show', 'see', 'view', 'display', 'ls', 'find'],
	['shell', 'bash', 'sh', 'terminal', 'prompt', 'console'],
	['ssh', 'enter', 'attach', 'login', 'shell', 'bash'],
	['directory', 'folder', 'dir', 'path'],
	['variable', 'variables', 'var', 'vars'],
	['environment', 'env'],
	['argument', 'arg', 'args', 'parameter'],
	['download', 'fetch', 'pull'],
	['upload', 'publish', 'push'],
	['start', 'launch', 'run'],
	['stop', 'kill', 'terminate', 'shutdown', 'halt'],
	['exit', 'quit', 'stop', 'die', 'crash', 'finish'],
	['size', 'big', 'large', 'huge', 'space'],
	['small', 'smaller', 'reduce', 'shrink', 'slim', 'minimal', 'minimize'],
	['unused', 'dangling', 'orphan', 'old', 'stale', 'untagged', 'leftover'],
	['secret', 'password', 'token', 'credential', 'credentials', 'key'],
	['owner', 'ownership', 'chown'],
	['permission', 'permissions', 'chmod', 'mode', 'access'],
	['log', 'logs', 'output', 'stdout'],
	['vm', 'vms', 'virtualization', 'hypervisor', 'virtualbox'],
	['kubernetes', 'k8s'],
	['container', 'containers', 'instance'],
	['app', 'application', 'program', 'process', 'service'],
	['rename', 'retag', 'tag'],
	['export', 'save'],
	['import', 'load'],
	['rebuild', 'build'],
	['extract', 'unpack', 'unzip', 'untar'],
	['archive', 'tar', 'tarball', 'zip'],
	['persist', 'persistent', 'keep'],
	['multiple', 'many', 'several', 'two', 'more', 'both'],
	['all', 'every', 'everything'],
	['platform', 'architecture', 'arch', 'cpu'],
	['amd64', 'arm64', 'arm', 'm1', 'platform'],
	['memory', 'ram'],
	['exclude', 'ignore', 'skip'],
	['check', 'lint', 'linter'],
	['health', 'healthy', 'unhealthy', 'liveness', 'readiness'],
	['graceful', 'gracefully'],
	['override', 'overwrite', 'replace', 'change'],
	['host', 'machine', 'local', 'computer'],
	['network', 'networking', 'dns'],
	['compose', 'yml', 'yaml'],
	['background', 'detach', 'detached', 'daemon'],
	['restart', 'reboot'],
	['vulnerability', 'vulnerabilities', 'cve', 'security'],
	['create', 'make', 'new', 'add'],
	['rename', 'name'],
	['file', 'files'],
	['signal', 'sigterm', 'sigkill', 'sigint'],
	['info', 'details', 'information', 'metadata'],
	['root', 'sudo', 'admin'],
	['base', 'parent'],
	['default', 'standard'],
	['usage', 'consumption'],
	['author', 'maintainer'],
];
