import { useMemo } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { TaskOwner } from './task-owner.ts'

/** Those of the roll first, 事務局, the groups at the table, then the rest of the roster. */
export function useTaskOwners(meeting: MeetingDetail): readonly TaskOwner[] {
  const people = useRead('roster.listPeople', {})
  const groups = useRead('organizations.list', {})
  return useMemo(() => {
    const onRoll = meeting.roll.map((line) => ({
      key: line.personId ?? line.id,
      text: line.name,
      also: `${line.kana} ${line.organizationName}`,
      note: line.organizationName,
      ownerPersonId: line.personId,
      ownerOrganizationId: null,
    }))
    const known = new Set(onRoll.map((each) => each.key))
    const atTable = new Set(meeting.roll.map((line) => line.organizationName))
    const others = (people.data ?? [])
      .filter((person) => !known.has(person.id))
      .map((person) => ({
        key: person.id,
        text: person.name,
        also: `${person.kana} ${person.organizationName}`,
        note: person.organizationName,
        ownerPersonId: person.id,
        ownerOrganizationId: null,
      }))
    const asGroups = (groups.data ?? []).map((group) => ({
      key: group.id,
      text: group.name,
      also: group.kana,
      note: '団体',
      ownerPersonId: null,
      ownerOrganizationId: group.id,
    }))
    const office = {
      key: 'office',
      text: '事務局',
      also: 'じむきょく',
      note: '',
      ownerPersonId: null,
      ownerOrganizationId: null,
    }
    return [
      ...onRoll,
      office,
      ...asGroups.filter((group) => atTable.has(group.text)),
      ...others,
      ...asGroups.filter((group) => !atTable.has(group.text)),
    ]
  }, [meeting.roll, people.data, groups.data])
}
