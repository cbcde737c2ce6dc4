import type { Reading } from './form-reading.ts'

/** `HH:MM` from the ways people write a time: "4:10pm", "4pm", "9.30 am", "16:10", "midday". */
export function readTime(text: string): Reading<string> {
  const words = text.toLowerCase().replace(/\s+/g, '')
  if (words === '') return {}
  if (words === 'midday' || words === 'noon') return { value: '12:00' }
  if (words === 'midnight') return { value: '00:00' }
  const [, hour = '', minutes = '00', half] = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(words) ?? []
  const h = Number(hour)
  const usable =
    hour !== '' && Number(minutes) < 60 && (half === undefined ? h < 24 && /[:.]/.test(words) : h >= 1 && h <= 12)
  if (!usable) return { words: 'The time must be a real time, like 4:10pm or 16:10' }
  const shifted = half === undefined ? h : (h % 12) + (half === 'pm' ? 12 : 0)
  return { value: `${String(shifted).padStart(2, '0')}:${minutes}` }
}
