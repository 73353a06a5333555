import type { z } from 'zod';
import type { answerSchema } from './schema/answer.ts';
import type { checkSchema } from './schema/check.ts';
import type { commandSchema } from './schema/command.ts';
import type { guideSchema } from './schema/guide.ts';
import type { instructionSchema } from './schema/instruction.ts';
import type { Correction, Lifecycle, PageWords, TruthTable, Versions } from './schema/lists.ts';
import type { Sources } from './schema/shared.ts';
import type { ComposeKeys, Watchout } from './schema/watchouts.ts';

/** Facts with the path of their file, whose name is the last part of their address. */
export type Named<T> = T & { id: string; file: string };

export type InstructionFacts = Named<z.infer<typeof instructionSchema>>;
export type CommandFacts = Named<z.infer<typeof commandSchema>>;
export type CheckFacts = Named<z.infer<typeof checkSchema>>;
export type AnswerFacts = Named<z.infer<typeof answerSchema>>;
export type GuideFacts = Named<z.infer<typeof guideSchema>>;

/** All facts of the project. */
export interface Reference {
	instructions: InstructionFacts[];
	commands: CommandFacts[];
	checks: CheckFacts[];
	answers: AnswerFacts[];
	guides: GuideFacts[];
	corrections: Correction[];
	lifecycles: Lifecycle[];
	tables: TruthTable[];
	sources: Sources;
	versions: Versions | undefined;
	watchouts: Watchout[];
	composeKeys: ComposeKeys[];
	words: PageWords[];
	synonyms: string[][];
}
