/**
 * Settings given on the command line at each start, so that no file can differ.
 * Nothing of a failing statement or its values reaches a log (trust 40); what is acknowledged is on the disk (trust 50).
 */
export function settings(unsafe: boolean): readonly string[] {
  const durable = unsafe ? 'off' : 'on'
  return flags({
    fsync: durable,
    full_page_writes: durable,
    synchronous_commit: durable,
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_min_messages: 'warning',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_checkpoints: 'off',
    logging_collector: 'off',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    max_connections: '60',
    shared_buffers: '64MB',
    idle_in_transaction_session_timeout: '120s',
    wal_level: 'replica',
    // Backends notice within moments that the client is gone, and free its row locks. Only Linux can.
    ...(process.platform === 'linux' ? { client_connection_check_interval: '1s' } : {}),
  })
}

export const flags = (values: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
