"""The TOML files of a pack: read, merged over all levels, and told with their lines."""
