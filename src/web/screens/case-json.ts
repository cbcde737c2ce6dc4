import type { CaseView } from '../../app/app.ts'
import { currentVisit } from '../../domain/case/case.ts'
import type { DutyInstance } from '../../domain/case/duty-instance.ts'
import type { Vote } from '../../domain/case/entry.ts'
import { agencyName, personName } from '../../domain/case/world.ts'
import { caseSentence } from '../../domain/words/case-sentence.ts'
import { numberOf } from '../../domain/words/case-stage.ts'
import { dutyWords } from '../../domain/words/duty-words.ts'
import { dutyWorking } from '../../domain/words/duty-working.ts'
import { entryWords } from '../../domain/words/entry-words.ts'
import { stageOf } from '../../domain/words/phrase-stage.ts'
import { dutyHref } from './case-links.ts'
import { movesNow } from './case-moves.ts'
import { isObserver } from './case-page.ts'
import { dutyRef, entryRef } from './refs.ts'

/** The same facts as the page, for a program: what this reader may read, and nothing that counts what it may not. Times are ISO 8601 in UTC. */
export function caseJson(p: string, view: CaseView) {
  const { c, world } = view
  const visit = currentVisit(c)
  const observer = isObserver(view)
  const said = observer ? undefined : caseSentence(view)
  return {
    id: view.caseId,
    number: c.number,
    version: c.version,
    status: c.closed ? 'closed' : c.end ? 'ended' : 'open',
    policy: { id: c.policy.id, version: c.policy.version, title: world.policy.title },
    stage: {
      id: visit.stage,
      number: numberOf(world, c, visit.stage, visit.tier),
      title: stageOf(world.policy, visit.stage)?.is ?? '',
      since: iso(visit.from),
    },
    sides: c.agencies
      .filter((a) => a.joinedAt !== undefined || view.part.side === 'raising')
      .map((a) => ({
        agency: a.agency,
        name: agencyName(world, a.agency),
        side: a.side,
        settled: a.settledAt !== undefined,
      })),
    ...(c.end ? { end: { is: c.end.end, at: iso(c.end.at) } } : {}),
    ...(said ? { says: [said.says, said.frees].filter((x) => x !== undefined).join(' ') } : {}),
    duties: observer ? [] : view.duties.map((i) => dutyJson(p, view, i)),
    moves: observer ? [] : movesNow(p, view),
    entries: view.entries.map((e) => {
      const words = entryWords(e, view)
      return {
        ref: entryRef(view, e.seq),
        kind: e.what.kind,
        happened: iso(e.happened),
        recorded: iso(e.recorded),
        owner: e.owner,
        ...(e.corrects === undefined ? {} : { corrects: entryRef(view, e.corrects) }),
        heading: words.heading,
        by: words.by,
        text: words.text,
        lines: words.lines,
        ...('votes' in e.what && e.what.votes ? { votes: e.what.votes.map((vote) => voteJson(view, vote)) } : {}),
        audience: words.audience.text,
      }
    }),
  }
}

function dutyJson(p: string, view: CaseView, i: DutyInstance) {
  const words = dutyWords(view, i)
  const href = words.isMine ? dutyHref(p, view, i) : undefined
  return {
    key: dutyRef(view, i),
    order: words.order,
    force: i.force,
    who: words.who,
    side: i.side,
    clause: words.clause,
    status: i.status,
    says: words.state.text,
    isYours: words.isMine,
    ...(href === undefined ? {} : { href }),
    ...(i.due ? { due: iso(i.due.at), isGuide: i.due.guide, working: dutyWorking(view, i) } : {}),
  }
}

/** The vote as it was given; `outcome` is the move it was for. */
const voteJson = ({ world }: CaseView, vote: Vote) => ({
  name: personName(world, vote.person),
  title: vote.title,
  agency: agencyName(world, vote.agency),
  chairs: vote.chairs === true,
  vote: vote.vote,
  ...(vote.outcome === undefined ? {} : { outcome: vote.outcome }),
})

const iso = (at: number): string => new Date(at).toISOString()
