# Runs on the server: sh -s <folder> <what> <words>. <folder>/current is a link to one of <folder>/releases/.
set -eu
mkdir -p "$1/releases"
cd "$1"

numbered() { ls -1 releases | grep -E -- '-[0-9]+$' | sort -t - -k 2n || true; }
show() {
  ln -sfn "releases/$1" next.link
  mv -T next.link current # one rename: a visitor gets the one or the other
  echo "current -> releases/$1"
}

case $2 in
manifest)
  cat current/"$3" 2>/dev/null || true
  ;;
flip)
  last=$(numbered | tail -n 1)
  release=$3-$((${last##*-} + 1))
  mv releases/next "releases/$release"
  show "$release"
  sh -c "$4"
  for old in $(numbered | head -n -5); do
    [ "releases/$old" = "$(readlink current)" ] || rm -rf "releases/$old"
  done
  ;;
rollback)
  now=$(basename "$(readlink current)")
  before=$(numbered | grep -B 1 -Fx -- "$now" | head -n 1)
  if [ -z "$before" ] || [ "$before" = "$now" ]; then
    echo "There is no release before $now." >&2
    exit 1
  fi
  show "$before"
  sh -c "$3"
  ;;
esac
