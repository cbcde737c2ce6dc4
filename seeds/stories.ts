/**
 * The sample place's cases, each told as what people did and when (London time). Today there is Wednesday 8 April 2026.
 * One at each stage, one late, one before the panel, one waiting for signatures, one confirmed with something outstanding, one closed.
 */
import type { RaiseInput } from '../src/app/app.ts'
import type { Command } from '../src/domain/case/command.ts'

export const today = '2026-04-08T10:00'

export type Step =
  | { readonly at: string; readonly by: string; readonly do: Command }
  | { readonly at: string; readonly by: string; readonly reads: true }

export interface Story {
  readonly raise: { readonly at: string; readonly by: string; readonly policy: string; readonly command: RaiseInput }
  readonly steps: readonly Step[]
}

const does = (at: string, by: string, command: Command): Step => ({ at: `2026-${at}`, by, do: command })
const reads = (at: string, by: string): Step => ({ at: `2026-${at}`, by, reads: true })
const up = (words: string): Command => ({ kind: 'move', move: 'up', words, facts: {} })
const talked = (words: string, way: 'phone' | 'face to face' | 'video', ...tookPart: string[]): Command => ({
  kind: 'act',
  verb: 'discuss',
  act: { words, way, tookPart, settled: false },
})
const tell = (to: string, words: string): Command => ({ kind: 'act', verb: 'tell', act: { words, to: [to] } })
const risk = (level: 'serious' | 'some' | 'none', words: string): Command => ({ kind: 'review risk', level, words })
const agree = (words: string): Command => ({ kind: 'move', move: 'agree', words, facts: {}, outstanding: [] })
const arrange = (words: string, answersFor: string, until: string): Command => ({
  kind: 'arrange',
  words,
  answersFor,
  until,
})
const onFile = (words: string): Command => ({ kind: 'act', verb: 'record', act: { words } })

const answers = (
  about: string,
  exact: string,
  wanted: string,
  more: RaiseInput['facts'] = {},
): RaiseInput['facts'] => ({
  'immediate-harm': false,
  conduct: false,
  reason: [about],
  exact,
  evidence: 'What we saw is in our notes of the day, and the family told us the same.',
  'so-far': 'We rang the duty team and wrote to the worker.',
  wanted,
  how: 'A meeting this week would do.',
  'on-plan': false,
  'in-care': false,
  ...more,
})

const child = (name: string, age: string) => ({ kind: 'child' as const, name, age })

const leila: Story = {
  raise: {
    at: '2026-03-30T14:20',
    by: 'amira-hussain',
    policy: 'exampleshire',
    command: {
      kind: 'raise',
      from: 'bramble-lane',
      to: [{ agency: 'childrens-services', person: 'tom-reddy' }],
      subject: child('Leila R', '3'),
      title: 'plan not changed after new information',
      facts: {
        ...answers(
          'plan',
          'Tom Reddy decided not to bring Leila’s review conference forward. I heard by phone on Friday 27 March. Her mother’s former partner has been back in the home since 21 March and the plan was written before that.',
          'Bring the review conference forward to before Friday 10 April.',
          { 'on-plan': true },
        ),
        reason: ['action', 'plan'],
        evidence: 'Leila told me on 24 March who “is living at ours again”. Her grandmother said the same on 25 March.',
        'so-far': 'Told the duty team on 25 March. Spoke to Joanne Pike on 26 March.',
        how: 'A strategy discussion this week would also do.',
      },
      risk: { level: 'serious', words: 'Leila may be at home with him at weekends.' },
      supporter: 'joanne-pike',
    },
  },
  steps: [
    reads('03-30T16:05', 'tom-reddy'),
    does(
      '03-30T16:40',
      'tom-reddy',
      arrange(
        'Leila’s mother agrees that Leila stays with her grandmother until Thursday 9 April. The nursery sees her every weekday and rings the duty team if she is not in by 9:30am.',
        'tom-reddy',
        '2026-04-09',
      ),
    ),
    does(
      '03-31T15:20',
      'amira-hussain',
      talked(
        'Tom Reddy’s view: the plan already covers contact, and the review on 14 May is soon enough. Amira’s view: the plan was written before the new information.',
        'phone',
        'amira-hussain',
        'tom-reddy',
      ),
    ),
    does('03-31T16:15', 'amira-hussain', {
      kind: 'correct',
      of: 5,
      words: 'The call lasted 20 minutes, not 10.',
      why: 'I read the wrong line of my notes.',
    }),
    does('04-01T09:30', 'tom-reddy', risk('some', 'The grandmother’s home is safe. The plan covers contact.')),
    does(
      '04-01T16:10',
      'amira-hussain',
      up(
        'We ask you to bring the review conference forward to before Friday 10 April, or to hold a strategy discussion. The date we need this by is Thursday 9 April, because that is when the stay with her grandmother ends.',
      ),
    ),
    reads('04-01T16:20', 'joanne-pike'),
    does('04-01T16:25', 'joanne-pike', {
      kind: 'protect',
      date: '2026-04-09',
      words: 'The stay with her grandmother ends that day.',
    }),
    does(
      '04-01T16:32',
      'joanne-pike',
      tell(
        'helen-baptiste',
        'Leila is on a child protection plan, and the nursery and children’s services disagree about when to review it.',
      ),
    ),
    does('04-01T16:50', 'joanne-pike', risk('serious', 'Safe until Thursday 9 April; nothing agreed for after that.')),
    reads('04-01T17:20', 'amira-hussain'),
    reads('04-02T09:05', 'grace-adeyemi'),
    does('04-02T11:30', 'joanne-pike', {
      kind: 'keep information',
      words: 'Weight and sleep since January: both better since she is at her grandmother’s.',
      from: 'community-health',
      fromWords: 'Sunita Rao, health visitor',
    }),
    does('04-07T16:40', 'joanne-pike', {
      kind: 'note',
      words:
        'Dilys is at home all day Thursday. If this goes to stage 3, ring her and she will speak to Malcolm Frith the same hour.',
    }),
    does(
      '04-08T09:10',
      'joanne-pike',
      risk(
        'serious',
        'Leila was in nursery at 8:50am with her grandmother. She is settled. The arrangement ends tomorrow and nothing is agreed for Friday.',
      ),
    ),
  ],
}

const theo: Story = {
  raise: {
    at: '2026-03-25T10:00',
    by: 'amira-hussain',
    policy: 'exampleshire',
    command: {
      kind: 'raise',
      from: 'bramble-lane',
      to: [{ agency: 'community-health', person: 'sunita-rao' }],
      subject: child('Theo B', '2'),
      title: 'no home visit after weight loss',
      facts: answers(
        'action',
        'The two-year check was closed without a home visit. Theo has lost weight since January.',
        'A home visit by a health visitor.',
      ),
      risk: { level: 'some', words: 'Theo has lost 400 grams.' },
    },
  },
  steps: [
    does(
      '03-25T15:10',
      'sunita-rao',
      arrange(
        'The nursery weighs Theo every Monday and rings the duty health visitor if he has lost weight.',
        'joanne-pike',
        '2026-04-30',
      ),
    ),
    does(
      '03-26T11:00',
      'sunita-rao',
      talked(
        'We looked at the chart together. Sunita Rao had not seen the March weights.',
        'phone',
        'amira-hussain',
        'sunita-rao',
      ),
    ),
    does('03-27T15:00', 'amira-hussain', up('We could not agree who would visit, or when.')),
    does('03-27T15:40', 'joanne-pike', risk('some', 'No further loss this week.')),
    does('03-31T10:00', 'iris-fontaine', {
      kind: 'act',
      verb: 'reply',
      act: { words: 'A visit is right. We can find a slot after Easter.', settled: true },
    }),
    does('04-02T14:50', 'joanne-pike', agree('A home visit, and weekly notes in between.')),
    does('04-02T15:05', 'iris-fontaine', agree('Agreed with Joanne Pike by phone.')),
    does('04-02T15:15', 'joanne-pike', {
      kind: 'propose',
      of: 'our-same-words',
      lines: [
        'A health visitor sees Theo at home by Friday 17 April.',
        'The nursery sends its weekly notes to the health visitor every Friday.',
        'The health visitor rings Joanne Pike on the day of the visit.',
      ],
      outstanding: [{ what: 'See Theo at home', who: 'Sunita Rao', agency: 'community-health', by: '2026-04-17' }],
    }),
    does('04-02T15:30', 'joanne-pike', tell('amira-hussain', 'A health visitor will see Theo at home.')),
    does('04-07T11:20', 'iris-fontaine', {
      kind: 'propose',
      of: 'our-same-words',
      lines: [
        'A health visitor sees Theo at home by the end of April.',
        'The nursery sends its weekly notes to the health visitor every Friday.',
      ],
      outstanding: [{ what: 'See Theo at home', who: 'Sunita Rao', agency: 'community-health', by: '2026-04-30' }],
    }),
  ],
}

const mia: Story = {
  raise: {
    at: '2026-04-07T15:30',
    by: 'jack-temple',
    policy: 'exampleshire',
    command: {
      kind: 'raise',
      from: 'police',
      to: [{ agency: 'childrens-services', person: 'nadia-brook' }],
      subject: child('Mia K', '1'),
      title: 'referral closed without a visit',
      facts: answers('need', 'Our referral of 2 April was closed on 7 April without a visit.', 'A visit this week.'),
      risk: { level: 'some', words: 'Two call-outs to the home in March.' },
    },
  },
  steps: [
    reads('04-07T16:30', 'nadia-brook'),
    does(
      '04-07T16:50',
      'nadia-brook',
      arrange(
        'The duty team rings Mia’s mother every morning and hears of any call-out at once.',
        'nadia-brook',
        '2026-04-14',
      ),
    ),
  ],
}

const jaden: Story = {
  raise: {
    at: '2026-03-23T09:30',
    by: 'priya-nair',
    policy: 'exampleshire',
    command: {
      kind: 'raise',
      from: 'fernley-school',
      to: [{ agency: 'childrens-services', person: 'nadia-brook' }],
      subject: child('Jaden T', '12'),
      title: 'level of need after a second exclusion',
      facts: answers(
        'need',
        'Jaden was assessed as early help on 19 March. We think it is child in need.',
        'A fresh assessment.',
      ),
      risk: { level: 'some', words: 'Out of school and out late.' },
    },
  },
  steps: [
    does(
      '03-23T15:30',
      'nadia-brook',
      arrange('Jaden’s aunt has him in the day, and the school rings her every morning.', 'nadia-brook', '2026-05-29'),
    ),
    does(
      '03-24T14:00',
      'priya-nair',
      talked('We see the threshold differently.', 'phone', 'priya-nair', 'nadia-brook'),
    ),
    does('03-26T10:00', 'priya-nair', up('Not settled between us.')),
    does('03-26T11:00', 'owen-blythe', risk('some', 'With his aunt in the day; out late twice this week.')),
    does('03-27T12:00', 'leo-marchetti', {
      kind: 'act',
      verb: 'reply',
      act: { words: 'We stand by the assessment; a review is planned for June.' },
    }),
    does('04-01T09:00', 'owen-blythe', up('June is too late: there were two more incidents this week.')),
    does('04-01T09:40', 'ruby-castell', risk('some', 'Two more incidents, both in the evening.')),
    does('04-01T10:00', 'ruby-castell', tell('ruth-calder', 'Senior managers start on this case.')),
  ],
}

const noah: Story = {
  raise: {
    at: '2026-03-02T09:15',
    by: 'priya-nair',
    policy: 'exampleshire',
    command: {
      kind: 'raise',
      from: 'fernley-school',
      to: [{ agency: 'childrens-services', person: 'tom-reddy' }],
      subject: child('Noah P', '9'),
      title: 'contact plan for a child in care',
      facts: answers(
        'plan',
        'The contact plan was changed on 24 February without the school’s information.',
        'The plan as it was, until the review.',
        { 'in-care': true },
      ),
      risk: { level: 'serious', words: 'Noah does not sleep before contact days.' },
    },
  },
  steps: [
    does(
      '03-02T14:00',
      'tom-reddy',
      arrange('Contact is supervised, and Noah’s carer rings Tom Reddy after each visit.', 'tom-reddy', '2026-06-30'),
    ),
    does(
      '03-03T11:00',
      'priya-nair',
      talked(
        'Tom Reddy: the court asked for more contact. We disagree about pace.',
        'video',
        'priya-nair',
        'tom-reddy',
      ),
    ),
    does('03-05T10:00', 'priya-nair', up('Not settled between us.')),
    does(
      '03-05T11:00',
      'owen-blythe',
      tell('helen-baptiste', 'Noah is in care and the school and children’s services disagree about contact.'),
    ),
    does('03-05T11:20', 'owen-blythe', risk('serious', 'Noah sleeps badly before every contact day.')),
    does('03-06T15:00', 'grace-adeyemi', {
      kind: 'act',
      verb: 'reply',
      act: { words: 'We keep the new plan; we will look again at the review.' },
    }),
    does('03-10T09:00', 'owen-blythe', up('The review is in June.')),
    does('03-10T09:20', 'ruby-castell', risk('serious', 'No change: contact days are hard for him.')),
    does('03-10T09:30', 'ruby-castell', tell('ruth-calder', 'Senior managers start on this case.')),
    does(
      '03-11T14:00',
      'ruby-castell',
      talked('Each understands the other; neither moves.', 'phone', 'ruby-castell', 'malcolm-frith'),
    ),
    does('03-12T10:00', 'ruby-castell', {
      kind: 'act',
      verb: 'consult',
      act: {
        words: 'Alan Whitcombe and Fiona Marsh were asked to help. They see no middle way.',
        to: ['alan-whitcombe', 'fiona-marsh'],
      },
    }),
    does('03-17T09:00', 'ruby-castell', up('Board members have tried. The child needs a decision.')),
    does('03-17T09:20', 'ruby-castell', risk('serious', 'No change since stage 3.')),
    does('03-17T09:40', 'ruby-castell', {
      kind: 'act',
      verb: 'write',
      title: 'Details for the Chair',
      act: { words: 'What we disagree about, what each side has done, and what we ask for.', to: ['peter-lindqvist'] },
    }),
    does('03-30T11:00', 'peter-lindqvist', {
      kind: 'move',
      move: 'convene',
      stage: 'panel-stage',
      words: 'Both sides are reasoned and far apart. A panel should hear them.',
      facts: {},
    }),
    does('03-30T15:00', 'ruby-castell', risk('some', 'Better since contact is supervised.')),
    does('04-02T10:00', 'ruby-castell', {
      kind: 'act',
      verb: 'write',
      title: 'What Fernley School says to the panel',
      act: { words: 'We ask for the old plan until the review, and for the school to be heard there.', to: [] },
    }),
  ],
}

const zara: Story = {
  raise: {
    at: '2026-03-09T13:00',
    by: 'sunita-rao',
    policy: 'exampleshire',
    command: {
      kind: 'raise',
      from: 'community-health',
      to: [{ agency: 'childrens-services', person: 'tom-reddy' }],
      subject: child('Zara L', '4'),
      title: 'strategy discussion held without health',
      facts: answers(
        'communication',
        'A strategy discussion on 5 March went ahead without health. Its decision rests on old information.',
        'Hold it again, with health.',
      ),
      risk: { level: 'some', words: 'The decision may be right; nobody can know.' },
    },
  },
  steps: [
    does(
      '03-09T16:00',
      'tom-reddy',
      arrange('Zara’s health visitor sees her at home every week.', 'sunita-rao', '2026-05-29'),
    ),
    does(
      '03-10T10:00',
      'sunita-rao',
      talked('Tom Reddy says it cannot be held again.', 'phone', 'sunita-rao', 'tom-reddy'),
    ),
    does('03-12T10:00', 'sunita-rao', up('Not settled.')),
    does('03-12T11:00', 'iris-fontaine', risk('some', 'Seen at home on Wednesday: well and settled.')),
    does('03-13T16:00', 'grace-adeyemi', { kind: 'act', verb: 'reply', act: { words: 'The decision stands.' } }),
    does('03-17T10:00', 'iris-fontaine', up('It does not stand on what is known now.')),
    does('03-17T10:40', 'bernard-hale', risk('some', 'No change.')),
    does('03-17T11:00', 'bernard-hale', tell('ruth-calder', 'Senior managers start on this case.')),
    does('03-19T11:00', 'bernard-hale', talked('No agreement.', 'phone', 'bernard-hale', 'malcolm-frith')),
    does('03-20T11:00', 'bernard-hale', {
      kind: 'act',
      verb: 'consult',
      act: { words: 'Miriam Costello and Fiona Marsh both tried.', to: ['miriam-costello', 'fiona-marsh'] },
    }),
    does('03-31T10:00', 'bernard-hale', up('We ask the Chair to settle it.')),
    does('03-31T10:30', 'bernard-hale', risk('some', 'Seen at home last week: well.')),
    does('03-31T15:00', 'bernard-hale', {
      kind: 'act',
      verb: 'write',
      title: 'Details for the Chair',
      act: { words: 'The chronology and the two positions.', to: ['peter-lindqvist'] },
    }),
  ],
}

const ada: Story = {
  raise: {
    at: '2026-02-16T10:00',
    by: 'amira-hussain',
    policy: 'exampleshire',
    command: {
      kind: 'raise',
      from: 'bramble-lane',
      to: [{ agency: 'community-health', person: 'sunita-rao' }],
      subject: child('Ada M', '3'),
      title: 'speech therapy stopped',
      facts: answers(
        'action',
        'Speech therapy was stopped on 9 February after two missed visits.',
        'An appointment at the nursery.',
      ),
      risk: { level: 'none', words: 'No risk of harm; her talking is falling behind.' },
    },
  },
  steps: [
    does(
      '02-16T15:00',
      'sunita-rao',
      arrange(
        'The nursery keeps up Ada’s talking games and tells Sunita Rao of any change.',
        'amira-hussain',
        '2026-04-16',
      ),
    ),
    does(
      '02-17T10:00',
      'amira-hussain',
      talked('A visit at the nursery would work.', 'phone', 'amira-hussain', 'sunita-rao'),
    ),
    does('02-18T09:30', 'amira-hussain', agree('An appointment at the nursery instead.')),
    does('02-18T10:00', 'sunita-rao', agree('Yes.')),
    does('02-18T11:00', 'sunita-rao', {
      kind: 'propose',
      of: 'our-same-words',
      lines: ['Speech therapy sees Ada at the nursery by Thursday 16 April.'],
      outstanding: [
        {
          what: 'See Ada at the nursery for speech therapy',
          who: 'Sunita Rao',
          agency: 'community-health',
          by: '2026-04-16',
        },
      ],
    }),
    does('02-18T11:05', 'sunita-rao', {
      kind: 'confirm',
      proposal: -1,
      facts: { 'our-listened': true, 'our-difference': 'Ada gets her appointment.' },
    }),
    does('02-19T09:00', 'amira-hussain', {
      kind: 'confirm',
      proposal: -1,
      facts: { 'our-listened': true, 'our-difference': 'She will be seen where she is calm.' },
    }),
    does('02-19T09:30', 'amira-hussain', onFile('Stage 1 is on Ada’s file.')),
    does('02-19T10:00', 'sunita-rao', onFile('Stage 1 is on Ada’s file.')),
  ],
}

const kit: Story = {
  raise: {
    at: '2026-01-12T10:00',
    by: 'amira-hussain',
    policy: 'exampleshire',
    command: {
      kind: 'raise',
      from: 'bramble-lane',
      to: [{ agency: 'childrens-services', person: 'tom-reddy' }],
      subject: child('Kit S', '4'),
      title: 'who takes notes at core group',
      facts: answers('roles', 'Nobody took minutes at the last two core groups.', 'One agency takes them, every time.'),
      risk: { level: 'none', words: 'None now.' },
    },
  },
  steps: [
    does(
      '01-12T15:00',
      'tom-reddy',
      arrange(
        'Kit’s plan goes on as it is, and Tom Reddy notes what the core group decides.',
        'tom-reddy',
        '2026-02-27',
      ),
    ),
    does('01-13T10:00', 'amira-hussain', talked('Tom Reddy will take them.', 'phone', 'amira-hussain', 'tom-reddy')),
    does('01-13T10:30', 'amira-hussain', agree('Children’s services take the minutes.')),
    does('01-13T11:00', 'tom-reddy', agree('Yes, from the next meeting.')),
    does('01-13T11:30', 'tom-reddy', {
      kind: 'propose',
      of: 'our-same-words',
      lines: ['Children’s services take the minutes of every core group.', 'They are sent within five working days.'],
      outstanding: [],
    }),
    does('01-13T11:35', 'tom-reddy', {
      kind: 'confirm',
      proposal: -1,
      facts: { 'our-listened': true, 'our-difference': 'Everyone knows what was decided.' },
    }),
    does('01-14T09:00', 'amira-hussain', {
      kind: 'confirm',
      proposal: -1,
      facts: { 'our-listened': true, 'our-difference': 'Kit’s plan is on paper.' },
    }),
    does('01-14T09:10', 'amira-hussain', onFile('Stage 1 is on Kit’s file.')),
    does('01-14T09:20', 'tom-reddy', onFile('Stage 1 is on Kit’s file.')),
  ],
}

export const stories: readonly Story[] = [leila, theo, mia, jaden, noah, zara, ada, kit]
