import type { Secretariat } from '#shared/contract/council-operations.ts'
import type { ReadDb, WriteDb } from './database.ts'

export function hasSecretariat(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM secretariat') !== undefined
}

export function getSecretariat(db: ReadDb): Secretariat | undefined {
  return db.get<Secretariat>(
    `SELECT office_name AS officeName, representative, postal_code AS postalCode, address, phone, fax, email,
            staff_name AS staffName, city_name AS cityName, addressee, addressee_name AS addresseeName, department
     FROM secretariat WHERE id = 'own'`,
  )
}

export function saveSecretariat(db: WriteDb, secretariat: Secretariat): void {
  db.run(
    `INSERT INTO secretariat (id, office_name, representative, postal_code, address, phone, fax, email, staff_name, city_name, addressee, addressee_name, department)
     VALUES ('own', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET office_name = excluded.office_name, representative = excluded.representative,
       postal_code = excluded.postal_code, address = excluded.address, phone = excluded.phone, fax = excluded.fax,
       email = excluded.email, staff_name = excluded.staff_name, city_name = excluded.city_name,
       addressee = excluded.addressee, addressee_name = excluded.addressee_name, department = excluded.department`,
    [
      secretariat.officeName,
      secretariat.representative,
      secretariat.postalCode,
      secretariat.address,
      secretariat.phone,
      secretariat.fax,
      secretariat.email,
      secretariat.staffName,
      secretariat.cityName,
      secretariat.addressee,
      secretariat.addresseeName,
      secretariat.department,
    ],
  )
}
