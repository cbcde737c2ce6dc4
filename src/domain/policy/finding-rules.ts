/**
 * Every rule that the checker can tell, by where in language.md section 5 it is asked for. The types of `Problem` and `Finding` are made
 * of these lists, so nothing is told that is not here, and `test/broken-policies/` holds a broken policy for each.
 * "A rung skipped by a move that the policy does not allow" has no rule: `landsOf` offers only targets that the policy writes,
 * and every policy is walked with the real `decide`.
 */
export const problemRules = [
  // The file as such.
  'too-large',
  'not-yaml',
  'empty-file',
  'not-a-policy',
  'one-file-one-policy',
  'indentation',
  'tab',
  'quote-needed',
  'not-closed',
  'too-deep',
  'anchor',
  'alias',
  'tag',
  'merge-key',
  'key-not-a-word',
  'duplicate-key',
  // Unknown key, role, fact, answer, event, target, verb, unit; a value that does not fit.
  'unknown-key',
  'missing-key',
  'wrong-kind',
  'wrong-value',
  'empty-value',
  'empty-list',
  'bad-id',
  'unknown-role',
  'unknown-fact',
  'unknown-answer',
  'unknown-event',
  'unknown-target',
  'unknown-stage',
  'unknown-verb',
  'words-missing',
  'wrong-unit',
  'wrong-length',
  'wrong-answer',
  'wrong-role',
  'extra-words',
  'two-forces',
  'two-kinds',
  'derived-fact',
  'too-many-targets',
  // A side word missing or not allowed.
  'side-word-missing',
  'side-word-not-allowed',
  // A word of the language as id; one name twice.
  'reserved-word',
  'our-reserved',
  'name-twice',
  'ambiguous-name',
  // `and` beside `or` without brackets; an answer used as an event.
  'and-or-brackets',
  'bracket-open',
  'fact-as-event',
  // A stage with neither `between` nor `by`; a gate whose answer belongs to another side; a circle; events outside the visit.
  'nobody-in-stage',
  'no-decider',
  'gate-of-other-side',
  'circle',
  'event-outside-stage',
  // A stage no path reaches; `next` off the track. The walk tells of the stages that only a walk shows to be out of reach.
  'unreachable-stage',
  'empty-track',
  'stage-twice',
  'aside-on-track',
  'last-track',
  'track-without-if',
  'next-off-track',
  'same-without-repeats',
  // Variations and addenda: what they name, take away, or may not touch.
  'unknown-policy',
  'parent-has-problems',
  'after-not-here',
  'removes-nothing',
  'addendum-may-not',
] as const

export const findingRules = [
  // Errors that the walk finds: no way out but giving up, silence holds it up, nobody gets there, nothing for immediate harm.
  'nobody-can-raise',
  'stuck',
  'silence-holds-up',
  'unreachable-stage',
  'unreachable-end',
  'no-urgent-path',
  // Warnings: limits and clocks.
  'stage-without-limit',
  'stage-only-without-delay',
  'shared-limit',
  'blocking-without-limit',
  'never-late',
  'start-never-known',
  'total-above-promise',
  // Warnings: people.
  'tells-itself',
  'nobody-can-do',
  'panel-not-seatable',
  'role-without-contact',
  // Warnings: questions and rules that contradict one another.
  'not-yet-asked',
  'track-not-asked',
  'never-asked',
  'never-holds',
  'contradictory-duties',
  'blocks-nothing',
  'our-question-dropped',
  // Warnings: what the walk shows.
  'only-on-harm',
  'nothing-due',
  'too-many-states',
  // Warnings: the policy and its source, its parent, its review.
  'citation-of-nothing',
  'gap-in-source',
  'review-past',
  'parent-moved-on',
  // Notes.
  'waits-for-one',
  'goes-no-further',
  'depends-on-the-day',
  'nobody-decides-at-top',
  'jump-misses',
  'notice-missed',
  'defaults-in-use',
  'defaults-overridden',
  'clause-uncited',
  'longest-total',
] as const

export type ProblemRule = (typeof problemRules)[number]
export type FindingRule = (typeof findingRules)[number]
export type Rule = ProblemRule | FindingRule
