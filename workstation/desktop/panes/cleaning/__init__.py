"""Surface forms that deserve a look, and actors that may be one."""
