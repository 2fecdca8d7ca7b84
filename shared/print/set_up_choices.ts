/**
 * The choices of the paper's set-up in the words of the trade, for the preview in the workbench and for the print page itself.
 */
import type { PrintSetUp } from '../model/print_set_up.ts'

export type SetUpChoice = {
  [Name in keyof PrintSetUp]: { name: Name; label: string; options: { value: PrintSetUp[Name]; label: string }[] }
}[keyof PrintSetUp]

export const SET_UP_CHOICES: readonly SetUpChoice[] = [
  {
    name: 'extent',
    label: 'Print',
    options: [
      { value: 'schedule', label: 'This schedule' },
      { value: 'filing', label: 'The whole filing' },
    ],
  },
  {
    name: 'paper',
    label: 'Paper',
    options: [
      { value: 'letter', label: 'Letter' },
      { value: 'a4', label: 'A4' },
    ],
  },
  {
    name: 'orientation',
    label: 'Orientation',
    options: [
      { value: 'automatic', label: 'Automatic' },
      { value: 'portrait', label: 'Portrait' },
      { value: 'landscape', label: 'Landscape' },
    ],
  },
  {
    name: 'margins',
    label: 'Margins',
    options: [
      { value: 'normal', label: 'Normal' },
      { value: 'narrow', label: 'Narrow' },
      { value: 'wide', label: 'Wide' },
    ],
  },
  {
    name: 'notes',
    label: 'Notes',
    options: [
      { value: 'printed', label: 'Printed' },
      { value: 'none', label: 'None' },
    ],
  },
]
