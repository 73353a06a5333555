/** Docker's commands, by the first word; those without others stand together. From docker/cli, Compose and Buildx, 2026-08-20. */
const commands: Readonly<Record<string, string>> = {
	'': 'attach bake build commit cp create diff events exec export history images import info inspect kill load login logout logs pause port ps pull push rename restart rm rmi run save search start stats stop tag top unpause update version wait',
	builder: 'build prune',
	buildx:
		'bake build create dial-stdio du history imagetools inspect ls policy prune rm stop use version',
	checkpoint: 'create ls rm',
	compose:
		'attach build commit config cp create down events exec export images kill logs ls pause port ps publish pull push restart rm run scale start stats stop top unpause up version volumes wait watch',
	config: 'create inspect ls rm',
	container:
		'attach commit cp create diff exec export inspect kill logs ls pause port prune rename restart rm run start stats stop top unpause update wait',
	context: 'create export import inspect ls rm show update use',
	image: 'build history import inspect load ls prune pull push rm save tag',
	manifest: 'annotate create inspect push rm',
	network: 'connect create disconnect inspect ls prune rm',
	node: 'demote inspect ls promote ps rm update',
	plugin: 'create disable enable inspect install ls push rm set upgrade',
	secret: 'create inspect ls rm',
	service: 'create inspect logs ls ps rm rollback scale update',
	stack: 'config deploy ls ps rm services',
	swarm: 'ca init join join-token leave unlock unlock-key update',
	system: 'df dial-stdio events info prune',
	volume: 'create inspect ls prune rm update',
};

/** Every command as it is typed, `docker compose up`, also those that no page is about. */
export const dockerCommands: readonly string[] = Object.entries(commands).flatMap(
	([first, others]) => [
		...(first === '' ? [] : [`docker ${first}`]),
		...others
			.split(' ')
			.map((name) => (first === '' ? `docker ${name}` : `docker ${first} ${name}`)),
	],
);
