export * from '#shared/domain/cell-address.ts'
