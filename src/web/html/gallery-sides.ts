import { bl, cs, nursery, services } from './gallery-people.ts'
import { oursWorking, theirsWorking } from './gallery-working.ts'
import type { Html } from './html.ts'
import { twoSides } from './two-sides.ts'

/** Both sides of case 2026-014, as the nursery reads them or as children's services do. */
export function gallerySides(isNursery: boolean, isOpen: boolean): Html {
  const left = (name: string, post: string) => ({ mark: bl, agency: nursery, name, post })
  const right = (name: string, post: string) => ({ mark: cs, agency: services, name, post })
  return twoSides({
    raising: { mark: bl, name: nursery, isYou: isNursery },
    answering: [{ mark: cs, name: services, isYou: !isNursery }],
    rungs: [
      {
        number: '1',
        title: 'Talk to each other',
        state: 'Not settled, 31 March',
        phase: 'done',
        raising: left('Amira Hussain', 'Key person'),
        answering: [right('Tom Reddy', 'Social worker')],
      },
      {
        number: '2',
        title: 'Line managers',
        state: 'Now, since 1 April',
        phase: 'now',
        raising: {
          ...left('Joanne Pike', 'Manager and safeguarding lead'),
          isYou: isNursery,
          clock: {
            side: 'raising',
            what: 'Settle this, or take it to stage 3',
            by: 'Due by 5pm on',
            date: 'Thursday 9 April 2026',
            tag: { text: 'Due tomorrow', colour: 'yellow' },
            why: 'Sooner than the policy’s limit, to protect Leila: the stay with her grandmother ends that day.',
            working: oursWorking,
            isWorkingOpen: isOpen,
          },
        },
        answering: [
          {
            ...right('Grace Adeyemi', 'Team manager, Assessment Team North'),
            isYou: !isNursery,
            clock: {
              side: 'answering',
              what: 'Reply to Joanne Pike',
              by: 'Was due by 5pm on',
              date: 'Tuesday 7 April 2026',
              tag: { text: 'Late by 1 working day', colour: 'red' },
              why: 'Reminded on 2 April, 7 April and today. All three were delivered. Nobody is recorded as covering.',
              working: theirsWorking,
              isWorkingOpen: isOpen,
            },
          },
        ],
      },
      {
        number: '3',
        title: 'Senior managers',
        state: 'May start now',
        phase: 'later',
        raising: left('Dilys Owen', 'Owner'),
        answering: [right('Malcolm Frith', 'Service manager')],
      },
      {
        number: '4',
        title: 'The Chair of the Board, or a panel',
        state: 'Dr Peter Lindqvist. Not yet',
        phase: 'later',
      },
    ],
  })
}
