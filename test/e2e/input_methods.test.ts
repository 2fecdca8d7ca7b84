/**
 * Input methods in the sheet: text that is composed, dead keys, characters that no key writes. The first key counts like every
 * other, and the keys of a composition are the input method's.
 */
import type { CDPSession } from 'playwright-core'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { atDraft, makeDraft } from './draft_desk.ts'

const INCOME = '#/impac_2007_q3/income'
const CELL = ['provision_for_loan_losses', 'q3_2007'] as const

/** What an input method does to the page, step by step. */
class InputMethod {
  private readonly session: CDPSession
  private constructor(session: CDPSession) {
    this.session = session
  }

  static async of({ page }: Desk): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page))
  }

  /** A key that the input method takes; browsers name it so, or as the key is named on macOS. */
  async key(code: string, key = 'Process'): Promise<void> {
    const event = { key, code, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
    await this.session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
    await this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
  }

  /** The text under composition. */
  async compose(text: string): Promise<void> {
    await this.session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }

  async finish(text: string): Promise<void> {
    await this.session.send('Input.insertText', { text })
  }
}

function editor(desk: Desk): ReturnType<Desk['cell']> {
  return desk.page.locator('.cell-editor input')
}

describeInBrowser('an input method in a cell that has the focus', () => {
  for (const [name, key] of [
    ['elsewhere', 'Process'],
    ['on macOS', '1'],
  ] as const) {
    it(
      `opens the editor with its first key, which is kept once, as keys are named ${name}`,
      atDesk(async (desk) => {
        await desk.show(INCOME)
        await desk.cell(...CELL).click()
        const method = await InputMethod.of(desk)
        await method.key('Digit1', key)
        await method.compose('７')
        expect(await editor(desk).inputValue()).toBe('７')
        await method.key('Digit2', key)
        await method.compose('７９')
        expect(await editor(desk).inputValue()).toBe('７９')
        expect(await desk.focus()).toBe(CELL.join('@'))
        await method.finish('79')
        expect(await editor(desk).inputValue()).toBe('79')
        // What is typed is previewed like any other text.
        await desk.page.locator('.headline-preview').waitFor()
        await desk.page.keyboard.type('9445')
        expect(await editor(desk).inputValue()).toBe('799445')
        expect(await editor(desk).evaluate((input) => input === document.activeElement)).toBe(true)
        await desk.page.keyboard.press('Enter')
        await desk.saved()
        expect(await desk.figure(...CELL)).toBe('799,445')
        expect(await desk.focus()).toBe('net_interest_after_provision@q3_2007')
      }),
    )
  }

  it(
    'composes one syllable after another without a pause, and Enter right after them enters them',
    atDesk(async (desk) => {
      await desk.show(INCOME)
      await desk.cell(...CELL).click()
      const method = await InputMethod.of(desk)
      await method.key('KeyG')
      await method.compose('하')
      await method.compose('한')
      await method.finish('한')
      await method.key('KeyR')
      await method.compose('ㄱ')
      await method.compose('글')
      await method.finish('글')
      expect(await editor(desk).inputValue()).toBe('한글')
      await desk.page.keyboard.press('Enter')
      await desk.page.getByRole('alert').waitFor()
      expect(await editor(desk).inputValue()).toBe('한글')
      await desk.page.keyboard.press('Escape')
      expect(await desk.figure(...CELL)).toBe('789,445')
      expect(await desk.number()).toBe(1)
      // And again at the same cell.
      await method.key('Digit1')
      await method.compose('1')
      expect(await editor(desk).inputValue()).toBe('1')
      await method.compose('')
      await expect.poll(() => editor(desk).count()).toBe(0)
      expect(await desk.focus()).toBe(CELL.join('@'))
      expect(await desk.figure(...CELL)).toBe('789,445')
    }),
  )

  it(
    'takes a dead key with its letter as one character, and characters that no key writes',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(INCOME)
      await desk.cell(...CELL).click()
      const session = await page.context().newCDPSession(page)
      await session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Dead',
        code: 'Quote',
        windowsVirtualKeyCode: 222,
      })
      // The letter is named as its key, and writes both.
      await session.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key: 'e',
        code: 'KeyE',
        windowsVirtualKeyCode: 69,
        text: 'é',
        unmodifiedText: 'e',
      })
      await expect.poll(() => editor(desk).inputValue()).toBe('é')
      await page.keyboard.press('Escape')
      await expect.poll(() => editor(desk).count()).toBe(0)
      await page.keyboard.insertText('€')
      await expect.poll(() => editor(desk).inputValue()).toBe('€')
      // The focus follows by itself, so that the mouse and the field's own keys are as ever.
      await expect.poll(() => editor(desk).evaluate((input) => input === document.activeElement)).toBe(true)
      await page.keyboard.press('Escape')
      await page.keyboard.press('5')
      expect(await editor(desk).inputValue()).toBe('5')
    }),
  )

  it(
    'is not heard where it writes nothing, and not at all by a cell that takes no text',
    atDesk(async (desk) => {
      await desk.show(INCOME)
      await desk.cell(...CELL).click()
      const method = await InputMethod.of(desk)
      await method.key('ShiftLeft')
      await method.key('KanjiMode')
      expect(await editor(desk).count()).toBe(0)
      await desk.page.keyboard.press('ArrowDown')
      expect(await desk.focus()).toBe('net_interest_after_provision@q3_2007')
      await desk.cell('interest_income', 'variance').click()
      await method.key('KeyA')
      await method.finish('あ')
      expect(await editor(desk).count()).toBe(0)
      expect(await desk.number()).toBe(1)
    }),
  )

  it(
    'keeps what is composed when the mouse goes on elsewhere',
    atDesk(async (desk) => {
      await desk.show(INCOME)
      await desk.cell(...CELL).click()
      const method = await InputMethod.of(desk)
      await method.key('Digit7')
      await method.compose('799445')
      await desk.cell('interest_income', 'q2_2007').click()
      await desk.saved()
      expect(await desk.figure(...CELL)).toBe('799,445')
      expect(await desk.focus()).toBe('interest_income@q2_2007')
      await desk.page.waitForTimeout(300)
      expect(await editor(desk).count()).toBe(0)
      expect(await desk.number()).toBe(2)
    }),
  )

  it(
    'names a line of a draft at its label',
    atDraft(async (desk) => {
      await desk.cell('interest_income', 'q3_2007').click()
      await desk.page.keyboard.press('ArrowLeft')
      const method = await InputMethod.of(desk)
      await method.key('KeyR')
      await method.compose('り')
      await method.compose('利息')
      await method.finish('利息')
      await desk.page.keyboard.type(' x')
      await expect.poll(() => desk.page.locator('.naming input').inputValue()).toBe('利息 x')
      await desk.page.keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('interest_income', '_label')).toContain('利息 x')
    }),
  )
})

describeInBrowser('the keys of a composition', () => {
  const KEYS = ['Enter', 'Escape', 'Tab', 'ArrowDown', 'ArrowLeft']

  async function composing(desk: Desk, field: string): Promise<void> {
    const method = await InputMethod.of(desk)
    const start = await desk.page.locator(field).inputValue()
    await method.compose('に')
    for (const key of KEYS) await method.key(key, key)
    // All of them are the input method's: the field stands, with the focus, and nothing was entered or closed.
    expect(await desk.page.locator(field).inputValue()).toBe(`${start}に`)
    await method.finish('二')
    expect(await desk.page.locator(field).inputValue()).toBe(`${start}二`)
    expect(await desk.page.locator(field).evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await desk.number()).toBe(1)
  }

  it(
    'do nothing to the editor of a cell, the formula bar, Find, the palette and go to',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show(INCOME)
      await desk.type(...CELL, '1')
      await composing(desk, '.cell-editor input')
      await keyboard.press('Escape')
      await desk.page.locator('.formula-bar input').click()
      await keyboard.press('End')
      await composing(desk, '.formula-bar input')
      await keyboard.press('Escape')
      await keyboard.press('Control+f')
      await composing(desk, '.find input')
      await keyboard.press('Escape')
      for (const key of ['Control+k', 'Control+g']) {
        await keyboard.press(key)
        await composing(desk, '[role="dialog"] input')
        await keyboard.press('Escape')
        await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
      }
    }),
  )

  it(
    'do nothing to a name, and none reaches the cell while it is composed there from its first key',
    atDesk(async (desk) => {
      await desk.show(INCOME)
      await desk.cell(...CELL).click()
      const method = await InputMethod.of(desk)
      await method.key('Digit1')
      await method.compose('1')
      for (const key of KEYS) await method.key(key, key)
      await method.compose('12')
      await method.finish('12')
      expect(await editor(desk).inputValue()).toBe('12')
      expect(await desk.focus()).toBe(CELL.join('@'))
      await desk.page.keyboard.press('Escape')
      expect(await desk.number()).toBe(1)
      await makeDraft(desk)
      await desk.cell('interest_income', '_label').dblclick()
      const field = desk.page.locator('.naming input')
      const before = await field.inputValue()
      await method.compose('に')
      for (const key of KEYS) await method.key(key, key)
      expect(await field.inputValue()).toBe(`${before}に`)
      await method.finish('二')
      expect(await field.inputValue()).toBe(`${before}二`)
    }),
  )
})
