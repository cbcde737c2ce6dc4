import type { AdoptedPolicy } from '../../app/app.ts'
import { policyDocument } from '../../app/policy-document.ts'
import type { Checked } from '../../domain/policy/check.ts'
import { explain } from '../../domain/policy/explain.ts'
import { flowchart } from '../../domain/policy/flowchart/layout.ts'
import { flowchartSvg } from '../../domain/policy/flowchart/svg.ts'
import { file, missing, show } from '../answers.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { policyJson } from './policies.ts'
import { policyPage } from './policy-page.ts'

/** One policy: its flowchart, plain words, clause by clause; to take along as SVG and as a Word document; and the file itself, by which the engine goes. */
export const policy: Screen = [
  {
    method: 'GET',
    url: '/:partnership/policies/:policy',
    handle: async (ctx) => {
      const adopted = await asked(ctx)
      if (!adopted) return missing
      const explained = explain(adopted.policy)
      const read = await ctx.app.policyLife.read(ctx.partnership, adopted.text)
      const found = read.ok ? asAdopted(read.checked, adopted) : undefined
      const { changes } = adopted.policy
      const parent = changes && (await ctx.app.policies.get(ctx.partnership, changes.policy, changes.version))
      return show(policyPage(ctx, { ...adopted, explained, found, parent: parent?.policy.title }), {
        ...policyJson(ctx.partnership, adopted),
        explained,
        ...(found ? { checked: found } : {}),
      })
    },
  },
  {
    method: 'GET',
    url: '/:partnership/policies/:policy/text',
    handle: async (ctx) => {
      const adopted = await asked(ctx)
      return adopted ? file(adopted.text) : missing
    },
  },
  {
    method: 'GET',
    url: '/:partnership/policies/:policy/flowchart.svg',
    handle: async (ctx) => {
      const adopted = await asked(ctx)
      if (!adopted) return missing
      const { id, version } = adopted.policy
      const svg = flowchartSvg(flowchart(adopted.policy), { page: urls.policy(ctx.partnership, id, version) })
      return file(svg, 'image/svg+xml; charset=utf-8', `${id}-flowchart.svg`)
    },
  },
  {
    method: 'GET',
    url: '/:partnership/policies/:policy/plain-words.docx',
    handle: async (ctx) => {
      const adopted = await asked(ctx)
      if (!adopted) return missing
      const { id, version } = adopted.policy
      return file(await policyDocument(explain(adopted.policy), version), docx, `${id}.docx`)
    },
  },
]

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function asked(ctx: SignedIn): Promise<AdoptedPolicy | undefined> {
  const version = ctx.query.whole('version', { min: 1, max: 100_000 })
  return ctx.query.ok ? ctx.app.policies.get(ctx.partnership, ctx.param('policy'), version) : undefined
}

/** What the file says of its own review is overtaken once somebody here signed when the next one is due. */
const asAdopted = (checked: Checked, { adoption }: AdoptedPolicy): Checked =>
  adoption?.reviewOn === undefined
    ? checked
    : { ...checked, findings: checked.findings.filter((one) => one.rule !== 'review-past') }
