/** What generated notes are about: the words of a handbook for people who run servers. */
export const words = {
	verbs: split(`
		add archive attach audit back-up balance bind block cache check clean clone compare compress
		configure connect copy count create debug delete deploy detach drain encrypt export extend
		find freeze grant import inspect install limit list lock measure merge migrate mirror mount
		move name pause pin publish query read rebuild remove repair replace replay replicate reset
		resize restore resume rotate route save scale schedule seal share sign split start stop
		store stream sync tag test trace trim unlock update upgrade verify watch`),
	nouns: split(`
		accounts alarms archives backups batches branches brokers buckets buffers caches certificates
		channels clocks clusters columns commits consumers counters credentials crons daemons
		databases deployments devices directories disks domains events exporters filters firewalls
		gateways groups handlers headers hooks hosts indexes jobs journals keys labels layers leases
		limits links locks logs messages metrics mirrors modules networks nodes objects packages
		partitions patches paths permissions pipelines policies pools ports probes processes profiles
		queries queues quotas records registries releases replicas repositories requests roles routes
		schemas scripts secrets sensors services sessions shards signals sites snapshots sockets
		streams subnets tables tags tasks tenants threads timers tokens topics tunnels users volumes
		workers zones`),
	places: split(`
		at-night behind-a-proxy by-hand by-label for-a-team for-one-user in-a-cluster in-a-container
		in-a-script in-bulk in-parallel in-production in-the-background in-the-cloud on-a-laptop
		on-a-schedule on-failure on-many-hosts on-one-host on-request over-a-slow-link over-ssh
		under-load with-a-deadline with-a-dry-run with-a-filter with-a-template with-a-timeout
		with-checksums with-few-rights with-retries with-tls without-downtime without-root`),
	properties: split(`
		cheap complete consistent current encrypted empty fast final fresh idle large local locked old
		open private public quiet read-only recent remote safe shared short slow small stale steady
		temporary unused valid visible warm whole`),
	tools: split('arcctl boxer depot ferry gridctl harbor lathe pylon quarry relay spool tidectl'),
	options: split(`
		--all --config --dry-run --filter --follow --force --format --from --limit --name --no-cache
		--output --parallel --quiet --since --timeout --to --verbose`),
	values: split('10m 30s 5 all daily false json main none off prod true utf-8 v2 wide'),
} as const;

function split(text: string): string[] {
	return text
		.trim()
		.split(/\s+/)
		.map((word) => (word.startsWith('--') ? word : word.replaceAll(/(?<=\w)-(?=\w)/g, ' ')));
}
