import agreed from './agreed.json' with { type: 'json' };
import upstream from './upstream.json' with { type: 'json' };
import { decidable } from './checks.ts';

/**
 * What our build checks are, in words that stand wherever a page speaks of them. `agreed.json` is what
 * BuildKit's own linter says of each file of `tests/dockerfiles/`; `upstream.json` is what its own tests
 * say of theirs. A test holds that ours say the same.
 */
export const agreement = `our reading of ${decidable.length} build checks of Docker, which agrees with BuildKit on ${Object.keys(agreed).length + upstream.length} Dockerfiles of all kinds`;

/** Whose word counts in the end. */
export const decider = 'docker build --check';
