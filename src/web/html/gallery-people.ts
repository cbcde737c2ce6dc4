import type { MarkView } from './mark.ts'

/** Invented people and places of Exampleshire, for the gallery only. */
export const nursery = 'Bramble Lane Nursery'
export const services = 'Exampleshire Children’s Services'
export const bl: MarkView = { owner: 'raising', initials: 'BL' }
export const cs: MarkView = { owner: 'answering', initials: 'CS' }
export const concordat: MarkView = { owner: 'other', initials: 'C' }

export const joanne = { name: 'Joanne Pike', place: nursery }
export const amira = { name: 'Amira Hussain', place: nursery }
export const ruth = { name: 'Ruth Calder', place: 'Exampleshire Board', board: true }

export const menu = [
  { text: 'What needs you', href: '/home' },
  { text: 'Cases', href: '/cases' },
  { text: 'Raise a concern', href: '/concerns/new' },
  { text: 'Policies', href: '/policies' },
  { text: 'Directory', href: '/directory' },
  { text: 'Work out a deadline', href: '/deadline' },
]

export const boardMenu = [
  { text: 'What needs you', href: '/home' },
  { text: 'Register', href: '/register' },
  { text: 'Panels', href: '/panels' },
  { text: 'Policies', href: '/policies' },
  { text: 'Learning', href: '/learning' },
  { text: 'Directory', href: '/directory' },
]
