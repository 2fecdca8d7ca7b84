/**
 * Damage as a disk does it: under a workbook that is closed, with nothing about the file telling of it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Head } from '../../db/change_log.ts'
import { markOf, readMark, standingAs, writeMark } from '../../db/verified_mark.ts'

/** Marks a file that was damaged on its disk: then none of what the mark speaks of has changed. */
function markAsItStands(path: string): void {
  writeMark(path, markOf(standingAs(path)!, JSON.parse(readMark(path)!) as Head))
}

/** One text of the file's bytes for another of its length. */
export function flip(path: string, from: string, to: string): void {
  const bytes = readFileSync(path)
  const at = bytes.indexOf(from)
  if (at < 0 || from.length !== to.length) throw new Error('No such bytes')
  bytes.write(to, at)
  writeFileSync(path, bytes)
  markAsItStands(path)
}

/** Changes a file as a fault of a disk could that picks what it damages. */
export function tamper(path: string, sql: string): void {
  const db = new Database(path)
  const select = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
  const triggers = db.prepare(select).all() as { name: string; sql: string }[]
  db.pragma('foreign_keys = OFF')
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  for (const trigger of triggers) db.exec(trigger.sql)
  db.close()
  markAsItStands(path)
}
