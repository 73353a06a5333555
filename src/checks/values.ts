/*
 * What BuildKit wants of the values of instructions, once their variables are replaced:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go
 */
import {
	resolve,
	toMountFault,
	toMountFields,
	toPath,
	type Environment,
	type Place,
	type Resolved,
} from '../dockerfile/dockerfile.ts';
import { isDigest } from './image.ts';
import { toPortFault, toPorts } from './ports.ts';

/** Why BuildKit refuses a value. */
export interface ValueFault {
	text: string;
	/** Whether build arguments may change the value. */
	isLoose: boolean;
}

/** https://github.com/moby/sys/blob/main/signal/signal_linux.go */
const signals: ReadonlySet<string> = new Set([
	...(
		'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT ' +
		'STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
	).split(' '),
	...Array.from({ length: 15 }, (_, at) => `RTMIN+${at + 1}`),
	...Array.from({ length: 14 }, (_, at) => `RTMAX-${at + 1}`),
]);

/** What is wrong with a value; nothing for a right one. */
type Find = (value: string) => string | undefined;

const findSignal: Find = (value) =>
	/^[-+]?\d*[1-9]\d*$/.test(value) || signals.has(value.toUpperCase().replace(/^SIG/, ''))
		? undefined
		: `invalid signal: ${value}`;

const findEmpty: Find = (value) => (value === '' ? 'VOLUME has an empty path' : undefined);

/** `0755`, or `u=rwX,go+r` as of chmod. */
const mode =
	/^(?:[0-7]{1,4}|0+[0-7]{1,4}|[ugoa]*(?:[-+=][rstwXxugo]*)+(?:,[ugoa]*(?:[-+=][rstwXxugo]*)+)*)$/;

const findMode: Find = (value) =>
	value === '' || mode.test(value) ? undefined : `invalid chmod parameter: \`${value}\``;

const remote = /^(?:https?|git|ssh):\/\/|^git@/i;

const findRemote: Find = (value) =>
	remote.test(value) ? `COPY takes no address; write \`ADD ${value} …\`` : undefined;

/** Why BuildKit refuses the values of an instruction, in the order in which it looks at them. */
export function findValueFaults(place: Place): ValueFault[] {
	const { instruction, environment } = place;
	const { keyword, words, flags } = instruction;
	const look = (text: string, find: Find) =>
		judge([resolve(text, environment)], environment, ([value = '']) => find(value));
	const valuesOf = (name: string) =>
		flags.filter((flag) => flag.name === name).map(({ value = '' }) => value);
	const sources = words.slice(0, -1);
	const modes = valuesOf('chmod').flatMap((value) => look(value, findMode));
	const found: Readonly<Record<string, () => ValueFault[]>> = {
		STOPSIGNAL: () => words.flatMap((word) => look(word, findSignal)),
		VOLUME: () => words.flatMap((word) => look(word, findEmpty)),
		EXPOSE: () =>
			toPorts(place).flatMap(({ word, ports }) =>
				judge([word], environment, () => ports.map(toPortFault).find(Boolean)),
			),
		COPY: () => [...modes, ...sources.flatMap((word) => look(word, findRemote))],
		ADD: () => [
			...modes,
			...valuesOf('checksum').flatMap((value) =>
				look(value, (checksum) => findChecksum(checksum, sources)),
			),
		],
		RUN: () => valuesOf('mount').flatMap((mount) => findMountFaults(mount, environment)),
	};
	return found[keyword]?.() ?? [];
}

function findChecksum(checksum: string, sources: readonly string[]): string | undefined {
	const [source = ''] = sources;
	if (checksum === '' || source.includes('$')) return undefined;
	if (sources.length > 1) return '`--checksum` is for one source';
	if (!remote.test(source)) return '`--checksum` is for sources of HTTP and Git';
	return /^https?:/i.test(source) && !/\.git(?:[?#]|$)/.test(source) && !isDigest(checksum)
		? `\`${checksum}\` is no checksum like \`sha256:…\` with 64 digits`
		: undefined;
}

function findMountFaults(mount: string, environment: Environment): ValueFault[] {
	const fields = toMountFields(mount);
	const values = fields.map(({ value = '' }) => resolve(value, environment));
	return judge(values, environment, (texts) => {
		const own = fields.map(({ key, value }, at) => ({ key, value: value && texts[at] }));
		return toMountFault(own) ?? findTarget(own, environment);
	});
}

/** A mount needs a place of its own in the image. */
function findTarget(
	fields: ReturnType<typeof toMountFields>,
	{ isOpen, isPlaced, workdir }: Environment,
): string | undefined {
	const valueOf = (...names: string[]) => fields.findLast(({ key }) => names.includes(key))?.value;
	if (/^(?:secret|ssh)$/i.test(valueOf('type') ?? '')) return undefined;
	const target = valueOf('target', 'dst', 'destination') ?? '';
	// An image of which all is known has no directory but the root.
	const folder = workdir ?? (isOpen || isPlaced ? undefined : '/');
	return toPath(target, folder) === '/' ? 'a mount wants a `target` other than `/`' : undefined;
}

/** Judges values, unless they hang on variables of a base image that nobody knows. */
function judge(
	values: readonly Resolved[],
	{ isOpen }: Environment,
	find: (texts: string[]) => string | undefined,
): ValueFault[] {
	if (isOpen && values.some(({ missing }) => missing.length > 0)) return [];
	const text = find(values.map(({ value }) => value));
	if (text === undefined) return [];
	return [{ text, isLoose: values.some(({ used }) => used.some(({ kind }) => kind === 'ARG')) }];
}
