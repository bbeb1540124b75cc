"""Where packs lie and which files they have: folders, archives, installed distributions."""
