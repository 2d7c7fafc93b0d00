"""Files, folders and manifests opened as a series of dates on one grid."""
